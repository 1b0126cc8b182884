using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Cluster.Objects.Manifests;

namespace HomelabPortal.Gpu.Work.Masking;

/// <summary>Pure: a container's description as somebody may read it, with every secret value hidden wherever it stands.</summary>
internal sealed class MaskedDocument(SecretMask mask, IReadOnlySet<string> known)
{
    public JsonObject Of(JsonElement container) => Object(container, "");

    private JsonObject Object(JsonElement element, string parent)
    {
        var copy = new JsonObject();
        foreach (var member in element.EnumerateObject())
        {
            var isSecret = SecretFinder.IsFree(parent) && member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { Length: > 0 } value
                && SecretLooks.IsSecret(member.Name, value, known);
            // Two names that differ only in a secret are one name then.
            copy[mask.Apply(member.Name)] = isSecret ? Hidden.Mask : Node(member.Value, member.Name);
        }

        return copy;
    }

    private JsonNode? Node(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => Object(element, name),
        JsonValueKind.Array => List(element),
        JsonValueKind.String => Text(element.GetString() ?? ""),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonNode.Parse(element.GetRawText()),
    };

    private JsonArray List(JsonElement list)
    {
        var copy = new JsonArray();
        string? option = null;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                copy.Add(Node(item, ""));
                option = null;
                continue;
            }

            var text = item.GetString() ?? "";
            var isValue = option is not null && !text.StartsWith('-') && text.Length > 0 && SecretLooks.IsSecret(option, text, known);
            copy.Add(isValue ? Hidden.Mask : Pair(text) ?? Text(text));
            option = SecretFinder.Option(text);
        }

        return copy;
    }

    private string? Pair(string text) => SecretFinder.Pair(text) is var (name, value) && value.Length > 0 && SecretLooks.IsSecret(name, value, known)
        ? string.Concat(mask.Apply(text[..^value.Length]), Hidden.Mask)
        : null;

    /// <summary>By value, and by what else looks like a secret within a text.</summary>
    public string Text(string text) => SecretText.Mask(mask.Apply(text));
}
