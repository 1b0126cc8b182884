using HomelabPortal.Platform;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Watching;

/// <summary>Pure: what is different between two traces of one name, station by station.</summary>
internal static class TraceChanges
{
    private const int Most = 8;

    public static ValueList<string> Between(IEnumerable<PassedStation> before, IEnumerable<PassedStation> now)
    {
        var (then, since) = (before.ToDictionary(station => station.Kind), now.ToDictionary(station => station.Kind));
        return [.. then.Keys.Union(since.Keys).Order().SelectMany(kind => Of(kind, then.GetValueOrDefault(kind), since.GetValueOrDefault(kind))).Take(Most)];
    }

    private static IEnumerable<string> Of(HopKind kind, PassedStation? before, PassedStation? now)
    {
        if (before is null || now is null)
        {
            yield return before is null ? $"{kind.Title()}: {now!.Name} is new on the way." : $"{kind.Title()}: {before.Name} is no longer on the way.";
            yield break;
        }

        if (before.Name != now.Name && before.Name.Length > 0)
            yield return $"{kind.Title()}: was {before.Name}, is {(now.Name.Length > 0 ? now.Name : "nothing")}.";
        else if (before.Revision != now.Revision && before.Revision.Length > 0 && now.Revision.Length > 0)
            yield return $"{kind.Title()}: {now.Name} was changed, from {before.Revision} to {now.Revision.Split(' ')[^1]}.";
        if (before.Verdict != now.Verdict)
            yield return $"{kind.Title()}: was {before.Verdict.ToString().ToLowerInvariant()}, is {now.Verdict.ToString().ToLowerInvariant()}.";
        else if (before.Said != now.Said && before.Name == now.Name && now.Said.Length > 0 && before.Revision == now.Revision)
            yield return $"{kind.Title()}: {now.Said}";
    }
}
