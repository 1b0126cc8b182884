using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace HomelabPortal.Ui.Icons;

/// <summary>Which app icons the build bundled; an app without one gets a letter tile.</summary>
internal sealed partial class AppIcons(IWebHostEnvironment environment)
{
    private readonly Lazy<FrozenSet<string>> _names = new(() => Read(environment));

    /// <summary>
    /// The bundled symbol for a name as annotations write it: "sonarr.png", "si-jellyfin", "si-jellyfin-#aa5cc3", "Home Assistant"; null when there is none.
    /// </summary>
    public string? Find(string name)
    {
        var wanted = Colour().Replace(Extension().Replace(name.Trim().ToLowerInvariant(), ""), "");
        foreach (var prefix in (string[])["si-", "mdi-", "sh-"])
        {
            if (wanted.StartsWith(prefix, StringComparison.Ordinal))
                wanted = wanted[prefix.Length..];
        }

        wanted = Separator().Replace(wanted, "");
        return _names.Value.TryGetValue(wanted, out var symbol) ? symbol
            : Aliases.TryGetValue(wanted, out var alias) && _names.Value.Contains(alias) ? alias
            : null;
    }

    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["adguardhome"] = "adguard",
        ["argocd"] = "argo",
        ["mosquitto"] = "eclipsemosquitto",
        ["npm"] = "nginxproxymanager",
        ["paperless"] = "paperlessngx",
        ["postgres"] = "postgresql",
        ["traefik"] = "traefikproxy",
    }.ToFrozenDictionary();

    private static FrozenSet<string> Read(IWebHostEnvironment environment)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("generated/apps.svg");
        if (!file.Exists)
            return FrozenSet<string>.Empty;
        using var reader = new StreamReader(file.CreateReadStream());
        return SymbolId().Matches(reader.ReadToEnd()).Select(match => match.Groups[1].Value).ToFrozenSet();
    }

    [GeneratedRegex("<symbol id=\"([a-z0-9]+)\"")]
    private static partial Regex SymbolId();

    [GeneratedRegex(@"\.(png|svg|webp|jpe?g)$")]
    private static partial Regex Extension();

    /// <summary>Icons are drawn in the portal's own colours.</summary>
    [GeneratedRegex("-#[0-9a-f]{3,8}$")]
    private static partial Regex Colour();

    [GeneratedRegex(@"[\s._-]+")]
    private static partial Regex Separator();
}
