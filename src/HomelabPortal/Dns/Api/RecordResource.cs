using HomelabPortal.Api;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Api;

/// <summary>A DNS record that is wanted beside those that exposures need, and how it stands.</summary>
/// <param name="Content">What a zone file says after the type.</param>
/// <param name="Ttl">Seconds; 1 is automatic.</param>
/// <param name="IsAdopted">It stood there before the portal looked after it.</param>
/// <param name="Explanation">Why the phase is what it is; null when all is well.</param>
internal sealed record RecordResource(
    string Id, string Name, string Type, string Content, int Ttl, bool IsProxied, string? Note, bool IsAdopted, OwnerPhase Phase, string? Explanation)
{
    public static RecordResource Of(DnsEntry entry, ReconcileStatus status)
    {
        // A record edited since the last look is not judged yet.
        var isJudged = status.Judged.DnsEntries.Contains(entry);
        var owner = isJudged ? status.Of(entry.Id) : null;
        return Of(entry, owner?.Phase ?? OwnerPhase.Pending, owner?.Explanation);
    }

    public static ApiAnswer Saved(DnsEntry entry, int status) => ApiAnswer.Of(Of(entry, OwnerPhase.Pending, null), TagOf(entry), status);

    public ApiAnswer ToAnswer(DnsEntry entry) => ApiAnswer.Of(this, EntityTags.Of(DesiredJson.Write(entry), $"{Phase} {Explanation}"));

    public static string TagOf(DnsEntry entry) => EntityTags.Of(DesiredJson.Write(entry));

    private static RecordResource Of(DnsEntry entry, OwnerPhase phase, string? explanation) =>
        new(entry.Id, entry.Name.Value, entry.Type, entry.Content, entry.Ttl, entry.IsProxied, entry.Note, entry.AdoptedId is not null, phase, explanation);
}
