using HomelabPortal.Platform;
using HomelabPortal.Ui.Values;

namespace HomelabPortal.Apps;

/// <summary>What the start page shows besides what it discovers, and in which order.</summary>
internal sealed class AppOptions : IValidatedOptions
{
    public static string Section => "Apps";

    /// <summary>Leaves out every route without the annotation <c>gethomepage.dev/enabled: "true"</c>, as Homepage does.</summary>
    public bool OnlyAnnotated { get; set; }

    /// <summary>Which of several start pages this is, as <c>gethomepage.dev/instance</c> names them; empty for the only one.</summary>
    public string Instance { get; set; } = "";

    /// <summary>The groups that come first; the others follow by name.</summary>
    public IList<string> Groups { get; } = [];

    /// <summary>Hostnames that are nobody's app.</summary>
    public IList<string> Hide { get; } = [];

    /// <summary>Tiles for what stands outside the cluster.</summary>
    public IList<LinkOptions> Links { get; } = [];

    public IEnumerable<string> Faults()
    {
        foreach (var (link, index) in Links.Select((link, index) => (link, index)))
        {
            if (link.Name.Trim().Length == 0)
                yield return $"Apps:Links:{index} has no name. Give Apps:Links:{index}:Name.";
            else if (Links.Take(index).Any(other => other.Name.Trim() == link.Name.Trim()))
                yield return $"Apps:Links:{index}:Name “{link.Name}” is the name of another link. Give each its own: favourites are kept by it.";
            if (SafeHref.Of(link.Href) is null)
                yield return $"Apps:Links:{index}:Href “{link.Href}” is not a web address. Give one that begins with https:// or http://, without a password in it.";
        }
    }
}
