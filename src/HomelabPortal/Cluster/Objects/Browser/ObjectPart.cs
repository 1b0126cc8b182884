using System.Collections.Immutable;

namespace HomelabPortal.Cluster.Objects.Browser;

/// <summary>The objects of one kind as far as they were read.</summary>
/// <param name="Next">What to give for the following ones; empty when these are all.</param>
/// <param name="Remaining">How many follow, where the server says so.</param>
public sealed record ObjectPart(ImmutableArray<ObjectRow> Rows, string Next, long? Remaining, DateTimeOffset ReadAt)
{
    public ObjectPart Followed(ObjectPart more) => more with { Rows = [.. Rows, .. more.Rows] };
}
