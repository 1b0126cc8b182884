using System.Globalization;
using System.Text.RegularExpressions;
using HomelabPortal.Platform;
using HomelabPortal.Ui.Values;

namespace HomelabPortal.Apps.Discovery;

/// <summary>What an object says of itself for a start page, in the words of Homepage, whose meaning of them is kept to the letter.</summary>
/// <param name="Values">By the part after the prefix: "name", "group", "instance.kitchen".</param>
internal sealed partial record AppMarks(IReadOnlyDictionary<string, string> Values)
{
    public const string AnnotationPrefix = "gethomepage.dev/";
    public const string LabelPrefix = "homepage.";

    public static AppMarks None { get; } = new(new Dictionary<string, string>());

    /// <summary>Homepage takes the lower-case word and nothing else.</summary>
    public bool IsEnabled => Values.GetValueOrDefault("enabled") == "true";

    /// <summary>What stands there instead, for the explanation; null when nothing does.</summary>
    public string? Enabled => Values.GetValueOrDefault("enabled");

    public string? Name => Text("name");

    public string? Group => Text("group");

    public string? Href => Text("href");

    public string Icon => Text("icon") ?? "";

    public string Description => Text("description") ?? "";

    public int Weight => int.TryParse(Text("weight"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight) ? weight : 0;

    /// <summary>Which pods of its namespace it is about: by a selector, else by the name of the app. Null when it does not say; an empty one takes all.</summary>
    public string? PodSelector => Values.GetValueOrDefault("pod-selector")?.Trim() ?? (Text("app") is { } app ? $"app.kubernetes.io/name={app}" : null);

    /// <summary>It runs somewhere else, so that no pods tell of it.</summary>
    public bool IsExternal => string.Equals(Text("external"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>What Homepage would ask again and again.</summary>
    public ValueList<string> Watched => [.. new[] { Text("siteMonitor"), Text("ping") }.OfType<string>()];

    /// <summary>The placeholder in the link that nothing was put into; null when there is none.</summary>
    public string? Unfilled => Href is { } href && Placeholder().Match(href) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>With what stands in place of <c>{{HOMEPAGE_VAR_…}}</c>, which keeps addresses out of manifests.</summary>
    /// <param name="variable">The value of a name; null when it has none, and the placeholder stays.</param>
    public AppMarks Filled(Func<string, string?> variable) => Values.Values.Any(value => value.Contains("{{", StringComparison.Ordinal))
        ? new AppMarks(Values.ToDictionary(one => one.Key, one => Placeholder().Replace(one.Value, match => IsVariable(match) ? variable(match.Groups[1].Value) ?? match.Value : match.Value)))
        : this;

    /// <summary>The link, when it is one that may be followed.</summary>
    public string? SafeLink => SafeHref.Of(Href);

    public static AppMarks OfAnnotations(IEnumerable<KeyValuePair<string, string>> annotations) => new(
        annotations.Where(one => one.Key.StartsWith(AnnotationPrefix, StringComparison.Ordinal))
            .ToDictionary(one => one.Key[AnnotationPrefix.Length..], one => one.Value));

    /// <summary>Labels for one start page of several stand under <c>homepage.instance.NAME.</c> and come before the general ones.</summary>
    public static AppMarks OfLabels(IEnumerable<KeyValuePair<string, string>> labels, string instance)
    {
        var own = $"instance.{instance}.";
        var values = new Dictionary<string, string>();
        var marks = labels.Where(one => one.Key.StartsWith(LabelPrefix, StringComparison.Ordinal)).Select(one => (Key: one.Key[LabelPrefix.Length..], one.Value)).ToList();
        foreach (var (key, value) in marks.Where(mark => !mark.Key.StartsWith("instance.", StringComparison.Ordinal)))
            values[key] = value;
        foreach (var (key, value) in marks.Where(mark => instance.Length > 0 && mark.Key.StartsWith(own, StringComparison.Ordinal)))
            values[key[own.Length..]] = value;
        return new AppMarks(values);
    }

    /// <summary>False when it names other start pages and not this one.</summary>
    public bool IsFor(string instance) =>
        Text("instance") is not { } named || named == instance || (instance.Length > 0 && Values.ContainsKey($"instance.{instance}"));

    private static bool IsVariable(Match match) => match.Groups[1].Value.StartsWith("HOMEPAGE_VAR_", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{\s*(HOMEPAGE_(?:VAR|FILE)_\w+)\s*\}\}")]
    private static partial Regex Placeholder();

    private string? Text(string key) => Values.GetValueOrDefault(key)?.Trim() is { Length: > 0 } text ? text : null;
}
