using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Hostnames.Table.Parts;

namespace HomelabPortal.Tests.Hostnames;

/// <summary>Whatever stands in DNS, tunnels and ingress, however it contradicts itself.</summary>
public sealed class HostnameTableProperties
{
    private static readonly string[] _names = ["a", "b", "*", "b.a", "*.a", "_x.b", "@"];
    private static readonly string[] _hosts = ["a.cowlab.org", "b.cowlab.org", "b.a.cowlab.org", "*.cowlab.org", "*.a.cowlab.org", "nas.home.arpa"];

    private static readonly Gen<JsonNode> _record =
        from type in Gen.Elements("A", "CNAME", "TXT")
        from name in Gen.Elements(_names)
        from address in Gen.Elements("10.0.0.99", "10.0.0.7", "93.184.216.34")
        from target in Gen.Elements("tunnel", "99999999-2222-3333-4444-555555555555.cfargotunnel.com", "a.cowlab.org", "b.a.cowlab.org", "elsewhere.example.net")
        select (JsonNode)new JsonArray(type, name, type == "CNAME" ? target : address);

    private static readonly Gen<JsonNode> _rule =
        from host in Gen.Elements(_hosts)
        from service in Gen.Elements("ingress", "http://10.0.0.7:80", "http_status:503")
        select (JsonNode)new JsonArray(host, service);

    private static readonly Gen<JsonNode> _route =
        from host in Gen.Elements("Host(`a.cowlab.org`)", "Host(`b.cowlab.org`)", "Host(`b.a.cowlab.org`)", "HostRegexp(`^.+\\.a\\.cowlab\\.org$`)", "PathPrefix(`/`)", "Host(`nas.home.arpa`)")
        from number in Gen.Choose(0, 99)
        select (JsonNode)new JsonArray($"media/r{number}", host);

    private static readonly Gen<JsonNode> _exposure =
        from host in Gen.Elements("a.cowlab.org", "b.cowlab.org", "new.cowlab.org")
        from visibility in Gen.Elements("Lan", "Tunnel")
        select (JsonNode)new JsonArray(host, visibility);

    private static readonly Arbitrary<JsonObject> _worlds =
        (from records in _record.ListOf(6)
         from rules in _rule.ListOf(3)
         from routes in _route.ListOf(3)
         from exposures in _exposure.ListOf(2)
         select new JsonObject
         {
             ["records"] = Array(records), ["tunnels"] = new JsonArray(new JsonObject { ["rules"] = Array(rules) }), ["routes"] = Array(routes), ["exposures"] = Array(exposures),
         }).ToArbitrary();

    [Fact]
    public void Table_AnyWorld_HasEveryNameSeenExactlyOnce() => Prop.ForAll(_worlds, world =>
    {
        var rows = HostnameTable.Of(HostWorld.Read(world)).Select(row => row.Name).ToList();
        var seen = HostWorld.Read(world).Dns.Zones[0].Records.Where(ZoneIndex.IsAddress).Select(record => record.Name)
            .Concat(world["tunnels"]![0]!["rules"]!.AsArray().Select(rule => (string)rule![0]!))
            .Concat(HostWorld.Read(world).Ingress.Routes.SelectMany(route => route.Hosts).Select(host => host.Name).Where(host => host[0] != '~'))
            .Concat(world["exposures"]!.AsArray().Select(exposure => (string)exposure![0]!));
        return rows.Distinct().Count() == rows.Count && seen.Distinct().Order(StringComparer.Ordinal).SequenceEqual(rows.Order(StringComparer.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("dnsFault")]
    [InlineData("tunnelFault")]
    [InlineData("ingressFault")]
    public void Table_SourceMissing_AccusesNoNameThatWasFineBefore(string source) => Prop.ForAll(_worlds, world =>
    {
        var before = HostnameTable.Of(HostWorld.Read(world)).ToDictionary(row => row.Name);
        var blind = world.DeepClone().AsObject();
        blind[source] = "It does not answer.";
        return HostnameTable.Of(HostWorld.Read(blind)).All(row => !row.Class.IsAccusation() || before[row.Name].Class.IsAccusation());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Table_DnsMissing_AccusesOfNothingAtAll() => Prop.ForAll(_worlds, world =>
    {
        world["dnsFault"] = "It does not answer.";
        return HostnameTable.Of(HostWorld.Read(world)).All(row => row.Class == HostnameClass.Unknown && row.Login.Kind is LoginKind.Unknown && row.Reach == HostReach.Unknown);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Answering_AnyZone_IsWhatThePlannersWildcardRuleSays() => Prop.ForAll(_worlds, world =>
    {
        var zone = HostWorld.Read(world).Dns.Zones[0];
        var index = new ZoneIndex(zone);
        return _hosts[..3].Append("c.b.a.cowlab.org").Append("new.cowlab.org").All(name =>
            index.Answering(name).SequenceEqual(ByTheRule(name, zone)));
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<LiveRecord> ByTheRule(string name, DnsZone zone) =>
        (zone.Records.Any(record => record.Name == name) ? zone.At(name) : Wildcards.Answering(name, zone, null, new HashSet<string>())).Where(ZoneIndex.IsAddress);

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes.Select(node => node.DeepClone())]);
}
