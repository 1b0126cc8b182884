using System.Text.Json.Nodes;
using HomelabPortal.Simulator;

namespace HomelabPortal.Tests.Lab;

/// <summary>What is in a simulated lab at one moment, split into what the portal made and what others did.</summary>
/// <param name="Routes">Hostnames of the portal's IngressRoutes, by their rules; a duplicate stands twice.</param>
/// <param name="Rules">Hostnames of the tunnel's rules that were not there before the portal.</param>
/// <param name="Records">Names of DNS records with the portal's mark.</param>
/// <param name="Foreign">Everything else, resource versions included.</param>
internal sealed record LabPicture(IReadOnlyList<string> Routes, IReadOnlyList<string> Rules, IReadOnlyList<string> Records, string Foreign)
{
    private static readonly (string Group, string Plural)[] _kinds = [("traefik.io", "ingressroutes"), ("", "services"), ("discovery.k8s.io", "endpointslices")];

    public static LabPicture Take(SimulatedLab lab, Func<string, bool> isOurHost)
    {
        var objects = _kinds.SelectMany(kind => lab.KubernetesStore.List(kind.Group, kind.Plural)).ToLookup(IsOurs);
        lock (lab.CloudflareState.Gate)
        {
            var records = lab.CloudflareState.Zones.SelectMany(zone => zone.Records).ToLookup(record => $"{record["comment"]}".StartsWith("hlp1:", StringComparison.Ordinal));
            var rules = lab.CloudflareState.Tunnels[0].Document["ingress"]!.AsArray().Select(rule => rule!).ToLookup(rule => isOurHost($"{rule["hostname"]}"));
            return new LabPicture(
                Sorted(objects[true].Where(item => (string?)item["kind"] == "IngressRoute").Select(item => $"{item["spec"]!["routes"]![0]!["match"]}")),
                Sorted(rules[true].Select(rule => $"{rule["hostname"]}")),
                Sorted(records[true].Select(record => $"{record["name"]}")),
                string.Join('\n', objects[false].Concat(records[false]).Concat(rules[false]).Select(item => item.ToJsonString())));
        }
    }

    private static bool IsOurs(JsonObject item) => (string?)item["metadata"]!["labels"]?["app.kubernetes.io/managed-by"] == "homelab-portal";

    private static List<string> Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}
