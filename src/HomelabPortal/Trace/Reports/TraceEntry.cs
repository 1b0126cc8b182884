using HomelabPortal.Platform;

namespace HomelabPortal.Trace.Reports;

/// <summary>One way of a request from its beginning to its end. Ways are judged each for itself.</summary>
/// <param name="IsMain">Records lead this way. Another is taken only by who is sent there by a DNS that the portal cannot see.</param>
public sealed record TraceEntry(EntryKind Kind, bool IsMain, ValueList<TraceHop> Hops)
{
    public TraceVerdict Verdict => Hops.Select(hop => hop.Verdict).Append(Kind == EntryKind.None ? TraceVerdict.Unknown : TraceVerdict.Healthy).Max();

    /// <summary>The station where the fault is: the first of the worst verdict, or the later one that makes it fail; null when all is well.</summary>
    public TraceHop? Culprit
    {
        get
        {
            var hop = Verdict == TraceVerdict.Healthy ? null : Hops.FirstOrDefault(one => one.Verdict == Verdict);
            // Causes lie further down the way, so this ends.
            while (hop?.Follows is { } cause && Hops.FirstOrDefault(one => one.Kind == cause) is { } next && next.Kind > hop.Kind)
                hop = next;
            return hop;
        }
    }

    public string Title => Kind.Title();
}
