"""SciPy on a matching instance: scipy_peer.py dense|sparse FILE.

dense:  linear_sum_assignment on the whole matrix, a mentor's column repeated for each place; what is no pair costs more than all scores
        together could bring, so that the number comes first.
sparse: min_weight_full_bipartite_matching, each mentee with a column of their own for being left over, at that price.
"""
import json
import re
import sys
import time

import numpy as np

MAGIC = 0x314D4D49


def read_instance(path):
    ints = np.fromfile(path, dtype="<i4")
    if ints[0] != MAGIC:
        raise SystemExit("not an instance")
    mentees, mentors, pairs = (int(count) for count in ints[1:4])
    parts = np.split(ints[4:], np.cumsum([mentors, mentees + 1, pairs]))
    places, row_start, mentor, score = parts[:4]
    return places, row_start, mentor, score


def dense(places, row_start, mentor, score):
    from scipy.optimize import linear_sum_assignment

    mentees = len(row_start) - 1
    rows = np.repeat(np.arange(mentees), np.diff(row_start))
    left_over = 1000.0 * mentees + 1001
    cost = np.full((mentees, len(places)), left_over)
    cost[rows, mentor] = 1000 - score
    cost = cost[:, np.repeat(np.arange(len(places)), places)]

    def solve():
        row, column = linear_sum_assignment(cost)
        chosen = cost[row, column]
        kept = chosen[chosen < left_over]
        return len(kept), int(round((1000 - kept).sum()))

    return solve


def sparse(places, row_start, mentor, score):
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    mentees = len(row_start) - 1
    slots = int(places.sum())
    first_slot = np.concatenate([[0], np.cumsum(places)])
    times = places[mentor]
    rows = np.repeat(np.repeat(np.arange(mentees), np.diff(row_start)), times)
    nth = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    columns = np.repeat(first_slot[mentor], times) + nth
    # A cost of 0 would be no entry at all, so every cost is one more.
    costs = np.repeat(1001 - score, times).astype(float)
    own = np.arange(mentees)
    everybody = np.full(mentees, 1000.0 * mentees + 1002)
    matrix = csr_matrix(
        (np.concatenate([costs, everybody]), (np.concatenate([rows, own]), np.concatenate([columns, slots + own]))),
        shape=(mentees, slots + mentees),
    )

    def solve():
        row, column = min_weight_full_bipartite_matching(matrix)
        chosen = np.asarray(matrix[row, column]).ravel()[column < slots]
        return len(chosen), int(round((1001 - chosen).sum()))

    return solve


def peak_megabytes():
    """The peak of this program alone; what rusage tells may be the peak of the one that started it."""
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) // 1024


def main():
    way, path = sys.argv[1:3]
    instance = read_instance(path)
    begun = time.perf_counter()
    solve = {"dense": dense, "sparse": sparse}[way](*instance)
    prepared = time.perf_counter()
    matched, total = solve()
    solved = time.perf_counter()
    print(json.dumps(dict(prepare=prepared - begun, solve=solved - prepared, matched=matched, total=total, megabytes=peak_megabytes())))


main()
