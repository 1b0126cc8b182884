using System.Collections.Immutable;

namespace HomelabPortal.Cluster.Drain;

/// <summary>Something to know before a node is drained.</summary>
/// <param name="Code">A steady name for programs, such as "volume.last-replica".</param>
/// <param name="Sentence">What would happen.</param>
/// <param name="Subjects">To whom; empty where the sentence says all.</param>
public sealed record DrainFinding(string Code, DrainWeight Weight, string Sentence, ImmutableArray<DrainSubject> Subjects)
{
    public DrainFinding(string code, DrainWeight weight, string sentence, params IEnumerable<DrainSubject> subjects)
        : this(code, weight, sentence, [.. subjects])
    {
    }
}
