using System.Reflection;
using System.Text.RegularExpressions;
using HomelabPortal.Lab;

namespace HomelabPortal.Tests.Architecture;

/// <summary>Which folder of the portal may know which other, by the usings of its sources and the types its own types mention.</summary>
public sealed partial class FolderDependencyTests
{
    private static readonly Assembly _portal = typeof(LabConnections).Assembly;

    /// <summary>What every feature folder may use.</summary>
    private static readonly string[] _common = ["Platform", "Storage", "Access", "Desired", "Reconcile", "Plans", "Ui", "Api"];

    /// <summary>Folders that the features stand on know only what lies below them.</summary>
    private static readonly Dictionary<string, string[]> _foundation = new()
    {
        ["Platform"] = [],
        ["Storage"] = ["Platform"],
        ["Secrets"] = ["Platform", "Storage"],
        ["Ui"] = ["Platform"],
        ["Access"] = ["Platform", "Storage", "Secrets", "Ui"],
        ["Desired"] = ["Platform", "Storage", "Access"],
        ["Reconcile"] = ["Platform", "Storage", "Access", "Desired"],
        // Showing a plan and saving the edit it is for, the same on every page.
        ["Plans"] = ["Platform", "Storage", "Access", "Desired", "Reconcile", "Ui"],
        // The frame that the features hang their endpoints into.
        ["Api"] = ["Platform", "Storage", "Access", "Desired", "Reconcile", "Ui"],
    };

    /// <summary>
    /// What a feature may use besides: Lab hands out the connections and says what their faults mean,
    /// CloudflareAccount says which of its permissions a button lacks, Exposures compiles into Ingress, Dns and Tunnels, the token of a Prometheus is a secret, and the rest are published states that a page shows.
    /// </summary>
    private static readonly Dictionary<string, string[]> _besides = new()
    {
        ["Cluster"] = ["Lab", "Secrets"],
        // Secret variables of containers are stored by the vault; a GPU that pods can have stands beside those of the Docker hosts.
        // A container's page says under which names it is exposed, by the parts of the exposures.
        ["Gpu"] = ["Lab", "Secrets", "Cluster", "Exposures"],
        ["CloudflareAccount"] = ["Lab"],
        ["Dns"] = ["Lab", "Cluster", "Tunnels", "CloudflareAccount"],
        // Pages show which names lead to a tunnel, and a free rule may want its record; none may lead to a server that has no login, also by way of an exposure.
        ["Tunnels"] = ["Lab", "Dns", "CloudflareAccount", "Gpu", "Exposures"],
        // The account is the one that the tunnels are in.
        ["Logins"] = ["Lab", "Tunnels", "CloudflareAccount"],
        ["Ingress"] = ["Lab", "Cluster"],
        ["Exposures"] = ["Hostnames", "Ingress", "Dns", "Tunnels", "Logins", "Cluster", "Gpu", "CloudflareAccount"],
        ["Activity"] = [],
        // Names of the lab are asked by the ways of their traces, with the probes of those rooms; what channels need is a secret.
        ["Checks"] = ["Hostnames", "Trace", "Secrets"],
        // Tiles are found on routes and containers; the table of hostnames says how each is reached, its checks how fast.
        ["Apps"] = ["Checks", "Cluster", "Ingress", "Gpu", "Hostnames"],
        // The three parts of a name are three rooms' published states; DNS's ownership marks and Traefik's rules are read there.
        ["Hostnames"] = ["Dns", "Tunnels", "Logins", "Ingress", "Cluster"],
        // A trace goes through the published states of every room on the way; it can be asked for at the command line.
        ["Trace"] = ["Dns", "Tunnels", "Ingress", "Cluster", "Gpu", "Hostnames", "Commands"],
        // The picture is drawn from what every room on the way of a request publishes.
        ["Map"] = ["Trace", "Tunnels", "Ingress", "Cluster", "Gpu", "Hostnames"],
        // It looks through everything that has a page.
        ["Search"] = ["Apps", "Checks", "Cluster", "Dns", "Gpu", "Hostnames", "Ingress", "Tunnels"],
        ["Overview"] = ["Apps", "Checks", "Lab", "Cluster", "Ingress", "Gpu", "Activity", "Exposures", "Hostnames"],
        // The simulated or real lab is put together here; the one state it makes is the cluster's source.
        ["Lab"] = ["Cluster", "Secrets"],
        // Keys and sessions, and where the data lies.
        ["Commands"] = ["Lab", "Secrets"],
    };

    [Fact]
    public void Sources_OfEachFolder_UseOnlyWhatTheyMay() =>
        Assert.Equal([], SourceUses().Where(use => !May(use.From, use.To)).Select(use => $"{use.Place} uses {use.To}").Distinct());

    [Fact]
    public void Types_OfEachFolder_MentionOnlyWhatTheyMay() =>
        Assert.Equal([], TypeMentions().Where(use => !May(use.From, use.To)).Select(use => $"{use.Place} mentions {use.To}").Distinct());

    [Fact]
    public void Exceptions_AllOfThem_AreStillNeeded()
    {
        var uses = SourceUses().Concat(TypeMentions()).Select(use => (use.From, use.To)).ToHashSet();
        var idle = _besides.SelectMany(folder => folder.Value.Select(to => (From: folder.Key, To: to))).Where(use => !uses.Contains(use));

        Assert.Equal([], idle);
    }

    [Fact]
    public void Folders_OfThePortal_AreAllKnownHere()
    {
        var unknown = Folders.Where(folder => !_foundation.ContainsKey(folder) && !_besides.ContainsKey(folder));

        Assert.Equal([], unknown);
    }

    private static HashSet<string> Folders { get; } =
        [.. _portal.GetTypes().Select(type => type.Namespace?.Split('.')).Where(parts => parts is ["HomelabPortal", _, ..]).Select(parts => parts![1])];

    private static IEnumerable<(string From, string To, string Place)> SourceUses() =>
        SourceTree.Files("HomelabPortal", ".cs", ".razor")
            .Where(file => file.Path.Count(c => c == '/') > 1 && Path.GetFileName(file.Path) != "_Imports.razor")
            .SelectMany(file => Mention().Matches(file.Text).Select(match => (From: file.Path.Split('/')[1], To: match.Groups[1].Value, Place: file.Path)))
            .Where(use => Folders.Contains(use.To));

    private static IEnumerable<(string From, string To, string Place)> TypeMentions() =>
        from type in _portal.GetTypes()
        let user = FolderOf(type)
        where user is not null
        from used in TypeUses.Of(type)
        let home = FolderOf(used)
        where home is not null
        select (user, home, $"{type.FullName}, in {used.FullName},");

    private static bool May(string from, string to) =>
        from == to || (_foundation.TryGetValue(from, out var below) ? below.Contains(to) : _common.Contains(to) || _besides.GetValueOrDefault(from, []).Contains(to));

    private static string? FolderOf(Type type) =>
        type.Assembly == _portal && type.Namespace?.Split('.') is ["HomelabPortal", var folder, ..] ? folder : null;

    [GeneratedRegex(@"(?:using (?:static )?)HomelabPortal\.(\w+)")]
    private static partial Regex Mention();
}
