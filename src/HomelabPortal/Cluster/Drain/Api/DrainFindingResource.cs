namespace HomelabPortal.Cluster.Drain.Api;

/// <summary>Something to know before a node is drained.</summary>
/// <param name="Code">A steady name, such as "volume.last-replica".</param>
/// <param name="Subjects">Whom it concerns: "media/sonarr".</param>
internal sealed record DrainFindingResource(string Code, DrainWeight Weight, string Sentence, IReadOnlyList<string> Subjects)
{
    public static DrainFindingResource Of(DrainFinding finding) => new(finding.Code, finding.Weight, finding.Sentence, [.. finding.Subjects.Select(subject => subject.Name)]);
}
