using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Editing;

namespace HomelabPortal.Gpu.Work.Masking;

/// <summary>
/// Pure: a wish as anybody may read it, by the same looks as the description of the container that it becomes,
/// and the wish behind one that was sent back with what was hidden in it.
/// <code>
/// command, entry point, check, labels, plain variables   what looks secret in them is hidden, wherever in them it stands
/// sent back where it stood                               the value that was hidden
/// sent back elsewhere                                    stays hidden, which the check refuses
/// </code>
/// </summary>
internal static class WishMask
{
    private static readonly HashSet<string> _none = [];

    /// <param name="known">Further values that are secret.</param>
    public static ContainerWish Of(ContainerWish wish, IReadOnlyCollection<string>? known = null)
    {
        var mask = MaskOf(wish, known);
        var texts = new MaskedDocument(mask, _none);
        return wish with
        {
            Command = List(wish.Command, texts),
            Entrypoint = List(wish.Entrypoint, texts),
            Variables = wish.Variables?.Select(variable => variable with { Value = Named(variable.Name ?? "", variable.Value, texts) }).ToList(),
            Labels = wish.Labels?.ToDictionary(label => label.Key, label => Named(label.Key, label.Value, texts) ?? ""),
            Health = wish.Health is { Command: { } line } health ? health with { Command = List([line], texts)![0] } : wish.Health,
        };
    }

    public static DesiredContainer Of(DesiredContainer container)
    {
        var shown = Of(ContainerWishes.Of(container));
        return container with
        {
            Command = [.. shown.Command!],
            Entrypoint = [.. shown.Entrypoint!],
            Variables = [.. container.Variables.Zip(shown.Variables!, (variable, one) => variable with { Value = one.Value })],
            Labels = shown.Labels!.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Health = container.Health is { } health ? health with { Command = shown.Health!.Command! } : null,
        };
    }

    /// <summary>A sentence that may repeat a command.</summary>
    public static string Of(string text) => Of(new ContainerWish(Command: [text])).Command![0];

    private static SecretMask MaskOf(ContainerWish wish, IReadOnlyCollection<string>? known = null)
    {
        using var document = JsonDocument.Parse(Description(wish).ToJsonString());
        return SecretMask.Of([.. SecretFinder.Of(document.RootElement, _none), .. known ?? []]);
    }

    /// <param name="real">What the wish was before it was shown.</param>
    public static ContainerWish Restore(ContainerWish sent, ContainerWish real, IReadOnlyCollection<string>? known = null)
    {
        if (!IsHiding(sent))
            return sent;
        var shown = Of(real, known);
        return sent with
        {
            Command = Restore(sent.Command, shown.Command, real.Command),
            Entrypoint = Restore(sent.Entrypoint, shown.Entrypoint, real.Entrypoint),
            Variables = sent.Variables?.Select(variable => variable with { Value = Restore(variable, shown, real) }).ToList(),
            Labels = sent.Labels?.ToDictionary(label => label.Key, label => Restore(label.Value, shown.Labels?.GetValueOrDefault(label.Key), real.Labels?.GetValueOrDefault(label.Key)) ?? ""),
            Health = sent.Health is { } health ? health with { Command = Restore(health.Command, shown.Health?.Command, real.Health?.Command) } : null,
        };
    }

    public static bool IsHiding(string? text) => text?.Contains(Hidden.Mask, StringComparison.Ordinal) == true;

    public static bool IsHiding(ContainerWish wish) =>
        (wish.Command ?? []).Concat(wish.Entrypoint ?? []).Concat((wish.Variables ?? []).Select(variable => variable.Value)).Concat(wish.Labels?.Values ?? []).Append(wish.Health?.Command).Any(IsHiding);

    /// <summary>As an engine describes it, so that the same is found in it.</summary>
    private static JsonObject Description(ContainerWish wish) => new()
    {
        ["Config"] = new JsonObject
        {
            ["Env"] = Texts((wish.Variables ?? []).Where(variable => variable.Value is not null).Select(variable => $"{variable.Name}={variable.Value}")),
            ["Cmd"] = Texts(wish.Command ?? []),
            ["Entrypoint"] = Texts(wish.Entrypoint ?? []),
            ["Labels"] = new JsonObject((wish.Labels ?? new Dictionary<string, string>()).Select(label => KeyValuePair.Create(label.Key, (JsonNode?)JsonValue.Create(label.Value)))),
            ["Healthcheck"] = Texts(wish.Health?.Command is { } line ? [line] : []),
        },
    };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode?)JsonValue.Create(text))];

    private static List<string>? List(IReadOnlyList<string>? words, MaskedDocument texts)
    {
        if (words is null)
            return null;
        using var document = JsonDocument.Parse(new JsonObject { ["Cmd"] = Texts(words) }.ToJsonString());
        return [.. texts.Of(document.RootElement)["Cmd"]!.AsArray().Select(word => (string)word!)];
    }

    private static string? Named(string name, string? value, MaskedDocument texts) => value switch
    {
        null or "" => value,
        _ when SecretLooks.IsSecret(name, value, _none) => Hidden.Mask,
        _ => texts.Text(value),
    };

    private static IReadOnlyList<string>? Restore(IReadOnlyList<string>? sent, IReadOnlyList<string>? shown, IReadOnlyList<string>? real) =>
        sent is null || shown is null || real is null ? sent : HiddenTexts.Restore(sent, shown, real);

    private static string? Restore(string? sent, string? shown, string? real) =>
        sent is null || shown is null || real is null ? sent : HiddenTexts.Restore([sent], [shown], [real])[0];

    /// <summary>A secret variable is shown without a value; hidden or left out, it keeps the one it has.</summary>
    private static string? Restore(VariableWish sent, ContainerWish shown, ContainerWish real)
    {
        var name = (sent.Name ?? "").Trim();
        var before = real.Variables?.FirstOrDefault(variable => variable.Name == name);
        return before is { Value: null, IsSecret: true } && sent.Value == Hidden.Mask
            ? null
            : Restore(sent.Value, shown.Variables?.FirstOrDefault(variable => variable.Name == name)?.Value, before?.Value);
    }
}
