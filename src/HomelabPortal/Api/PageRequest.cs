using HomelabPortal.Api.Problems;

namespace HomelabPortal.Api;

/// <summary>Which part of a growing list is asked for.</summary>
/// <param name="After">Entries older than this one; null from the newest on.</param>
internal sealed record PageRequest(long? After, int Limit)
{
    private const int Most = 200;
    private const int Usual = 50;

    /// <exception cref="ProblemException">The limit is out of bounds.</exception>
    public static PageRequest Of(long? after, int? limit) => limit is < 1 or > Most
        ? throw new ProblemException(Problem.Invalid("limit", $"limit is from 1 to {Most}."))
        : new PageRequest(after, limit ?? Usual);

    /// <summary>Cuts what was read, which is one more than was asked for when there is more.</summary>
    public Page<T> Cut<T>(IReadOnlyList<T> read, Func<T, long> id) =>
        read.Count > Limit ? new Page<T>([.. read.Take(Limit)], $"{id(read[Limit - 1])}") : new Page<T>(read, null);
}
