using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Apps;

/// <summary>One tile of the start page: something with an address that people open.</summary>
/// <param name="Id">Where it was found, such as "IngressRoute:media/sonarr"; stays as long as that object does.</param>
/// <param name="Weight">Lighter ones come first within their group.</param>
public sealed record LabApp(string Id, string Name, string Group, string Href, int Weight)
{
    public string Description { get; init; } = "";

    /// <summary>The icon that was asked for; empty when none was.</summary>
    public string Icon { get; init; } = "";

    /// <summary>The object it was found on, in words: "IngressRoute media/sonarr".</summary>
    public string Source { get; init; } = "";

    /// <summary>The page of that object; null where there is none.</summary>
    public string? SourceHref { get; init; }

    /// <summary>How it is reached and whether it works, as far as the lab's own objects and the checks of its name tell.</summary>
    public ValueList<AppCheck> Checks { get; init; } = [];

    /// <summary>What its annotations ask to be watched, as Homepage does: addresses and names.</summary>
    public ValueList<string> Watched { get; init; } = [];

    /// <summary>The first of them that no check asks; null when there is none.</summary>
    public string? Unwatched { get; init; }

    public string Host => Uri.TryCreate(Href, UriKind.Absolute, out var address) ? address.Host : "";

    /// <summary>The worst of what is known; unknown when nothing is.</summary>
    public HealthState State => Checks.Count == 0 ? HealthState.Unknown : Checks.Max(check => check.Weighed);

    /// <summary>The check that the state follows from.</summary>
    public AppCheck? Decisive => Checks.FirstOrDefault(check => check.Weighed == State);

    public bool Matches(string word) =>
        new[] { Name, Group, Description, Href }.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
