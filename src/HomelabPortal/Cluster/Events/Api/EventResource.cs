namespace HomelabPortal.Cluster.Events.Api;

/// <summary>Something that happened to an object of the cluster.</summary>
/// <param name="Type">Warning or Normal.</param>
/// <param name="Namespace">Of the object; empty when it is in none.</param>
/// <param name="Source">Who reported it.</param>
internal sealed record EventResource(string Type, string Reason, string Kind, string Namespace, string Name, string Message, int Times, DateTimeOffset? FirstSeen, DateTimeOffset? LastSeen, string Source)
{
    public static EventResource Of(EventLine line) =>
        new(line.IsWarning ? "Warning" : "Normal", line.Reason, line.Kind, line.Namespace, line.Name, line.Message, line.Times, line.First, line.Last, line.Source);
}
