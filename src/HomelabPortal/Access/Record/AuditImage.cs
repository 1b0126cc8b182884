using System.Text.Json.Nodes;
using HomelabPortal.Platform;

namespace HomelabPortal.Access.Record;

/// <summary>
/// Pure: what was wanted before or after an act, as people may read it.
/// Older versions kept the whole address of a webhook in it, which is a secret, and what is recorded cannot be changed.
/// </summary>
internal static class AuditImage
{
    public static string? Shown(string subjectKind, string? image)
    {
        if (subjectKind != "channel" || image is null || JsonNode.Parse(image) is not JsonObject channel || (string?)channel["kind"] != "webhook")
            return image;
        var address = (string?)channel["address"] ?? "";
        if (WebOrigin.Of(address) is var origin && origin == address)
            return image;
        channel["address"] = origin;
        return channel.ToJsonString();
    }
}
