// LEMON's network simplex on a matching instance: g++ -O3 -march=native -std=c++17 lemon.cpp -o lemon; lemon FILE
//
// A network is all one cost, so "most matched first" is a price: leaving a mentee unmatched costs more than all scores together could
// bring. Costs are 64 bits wide for that; in 32 they overflow and the answer is silently wrong. A pair costs what it falls short of the
// highest score: the same optimum as minus its score, found in half the time.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace {

using Cost = std::int64_t;
using Graph = lemon::SmartDigraph;

constexpr Cost scoreMost = 1000;

struct Instance {
  std::int32_t mentees = 0, mentors = 0, pairs = 0;
  std::vector<std::int32_t> places, rowStart, mentor, score;
};

std::vector<std::int32_t> readInts(std::FILE* file, std::size_t count) {
  std::vector<std::int32_t> ints(count);
  if (std::fread(ints.data(), sizeof(std::int32_t), count, file) != count) throw std::runtime_error("cut short");
  return ints;
}

Instance readInstance(const char* path) {
  std::FILE* file = std::fopen(path, "rb");
  if (file == nullptr) throw std::runtime_error("no such file");
  const auto head = readInts(file, 4);
  if (head[0] != 0x314d4d49) throw std::runtime_error("not an instance");
  Instance in;
  in.mentees = head[1];
  in.mentors = head[2];
  in.pairs = head[3];
  in.places = readInts(file, in.mentors);
  in.rowStart = readInts(file, in.mentees + 1);
  in.mentor = readInts(file, in.pairs);
  in.score = readInts(file, in.pairs);
  std::fclose(file);
  return in;
}

// The peak of this program alone; what rusage tells may be the peak of the one that started it.
long peakMegabytes() {
  std::FILE* file = std::fopen("/proc/self/status", "r");
  char line[256];
  long kilobytes = 0;
  while (file != nullptr && std::fgets(line, sizeof line, file) != nullptr) std::sscanf(line, "VmHWM: %ld", &kilobytes);
  if (file != nullptr) std::fclose(file);
  return kilobytes / 1024;
}

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "lemon FILE\n"), 2;
  const Instance in = readInstance(argv[1]);
  const double begun = seconds();

  Graph graph;
  graph.reserveNode(in.mentees + in.mentors + 1);
  graph.reserveArc(in.pairs + in.mentees + in.mentors);
  std::vector<Graph::Node> mentee(in.mentees), mentor(in.mentors);
  for (auto& node : mentee) node = graph.addNode();
  for (auto& node : mentor) node = graph.addNode();
  const Graph::Node rest = graph.addNode();

  const Cost places = std::accumulate(in.places.begin(), in.places.end(), Cost{0});
  const Cost leftOver = scoreMost * std::min<Cost>(in.mentees, places) + scoreMost + 1;
  Graph::ArcMap<Cost> cost(graph);
  Graph::ArcMap<int> room(graph);
  Graph::NodeMap<int> supply(graph, 0);
  const auto addArc = [&](Graph::Node from, Graph::Node to, Cost price, int capacity) {
    const Graph::Arc arc = graph.addArc(from, to);
    cost[arc] = price;
    room[arc] = capacity;
    return arc;
  };
  std::vector<Graph::Arc> pairArc(in.pairs);
  for (int i = 0; i < in.mentees; ++i) {
    supply[mentee[i]] = 1;
    for (int e = in.rowStart[i]; e < in.rowStart[i + 1]; ++e) pairArc[e] = addArc(mentee[i], mentor[in.mentor[e]], Cost{scoreMost - in.score[e]}, 1);
    addArc(mentee[i], rest, leftOver, 1);
  }
  for (int j = 0; j < in.mentors; ++j) addArc(mentor[j], rest, 0, in.places[j]);
  supply[rest] = -in.mentees;

  const double built = seconds();
  lemon::NetworkSimplex<Graph, int, Cost> simplex(graph);
  simplex.upperMap(room).costMap(cost).supplyMap(supply);
  if (simplex.run() != decltype(simplex)::OPTIMAL) return std::fprintf(stderr, "not solved\n"), 1;
  const double solved = seconds();

  long matched = 0, total = 0;
  for (int e = 0; e < in.pairs; ++e) {
    if (simplex.flow(pairArc[e]) == 0) continue;
    ++matched;
    total += in.score[e];
  }
  std::printf("{\"prepare\":%.4f,\"solve\":%.4f,\"matched\":%ld,\"total\":%ld,\"megabytes\":%ld}\n", built - begun, solved - built, matched, total,
              peakMegabytes());
}
