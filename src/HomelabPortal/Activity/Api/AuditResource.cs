using System.Text.Json;
using HomelabPortal.Access.Record;
using HomelabPortal.Desired;

namespace HomelabPortal.Activity.Api;

/// <summary>Who did what to what.</summary>
/// <param name="SubjectKind">exposure, dnsEntry or policy; empty for acts that change nothing that is wanted.</param>
/// <param name="Before">The thing before, null when it was new.</param>
/// <param name="After">The thing after, null when it was removed.</param>
/// <param name="Outcome">Null while it runs.</param>
internal sealed record AuditResource(
    long Id, DateTimeOffset At, string Actor, string Act, string SubjectKind, string SubjectId, JsonElement Before, JsonElement After, long? Revision, string? Outcome)
{
    public static AuditResource Of(AuditEntry entry, RecordMasks masks) => new(
        entry.Id, entry.At, entry.Actor, entry.Act, entry.SubjectKind, entry.SubjectId, Image(masks.Of(entry.SubjectKind, entry.Before)), Image(masks.Of(entry.SubjectKind, entry.After)), entry.Revision, entry.Outcome);

    /// <summary>Images are JSON, save for a policy, which is a word.</summary>
    private static JsonElement Image(string? image)
    {
        if (image is null)
            return JsonSerializer.SerializeToElement<string?>(null);
        try
        {
            return JsonElement.Parse(image);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(image);
        }
    }
}
