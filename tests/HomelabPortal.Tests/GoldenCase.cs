using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Exposures;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Ingress;
using HomelabPortal.Logins.Planning;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Planning;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests;

/// <summary>
/// One folder of a planner's golden cases: what is wanted, what stands there, and the plan as a person reads it.
/// With UPDATE_GOLDEN=1 the plan is written instead of compared, to be read in the diff.
/// </summary>
internal sealed class GoldenCase
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);
    private readonly string _folder;

    public GoldenCase(string testFile, string name)
    {
        _folder = Path.Combine(RootOf(testFile), name);
        Desired = DesiredJson.Read<DesiredState>(File.ReadAllText(Path.Combine(_folder, "desired.json")));
        Actual = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "actual.json")))!.AsObject();
        Resources =
        [
            .. ExposureCompiler.Compile(Desired, new IngressOptions(), new TunnelOptions(), Now),
            .. new DnsEntryCompiler().Compile(Desired),
            .. TunnelEntryCompiler.Compile(Desired, DockerState.Empty),
            .. LoginCompiler.Compile(Desired, Now),
            .. new ContainerEntryCompiler(Options.Create(new ContainerOptions { BindRoots = ["/srv/models"] }), new Live<DockerState>(DockerState.Empty, TimeProvider.System)).Compile(Desired),
        ];
    }

    public DesiredState Desired { get; }

    public JsonObject Actual { get; }

    public ImmutableArray<DesiredResource> Resources { get; }

    public LabFacts Facts => new((string?)Actual["facts"]?["lanAddress"], (string?)Actual["facts"]?["tunnelId"], Logins(Actual["facts"]?["logins"]), Leads(Actual["facts"]));

    public static IEnumerable<object[]> NamesIn(string testFile) =>
        Directory.GetDirectories(RootOf(testFile)).Select(folder => new object[] { Path.GetFileName(folder) }).OrderBy(row => (string)row[0], StringComparer.Ordinal);

    public static string ThisFile([CallerFilePath] string file = "") => file;

    /// <param name="lastAppliedOf">What "as desired" stands for in a ledger row.</param>
    public PlanRequest Request(string target, string kind, Func<ResourceKey, JsonNode> lastAppliedOf)
    {
        var entries = Actual["ledger"]?.AsArray().Select(row =>
        {
            var key = new ResourceKey(target, (string?)row!["kind"] ?? kind, (string)row["name"]!);
            var last = row["lastApplied"] is JsonObject json ? json.DeepClone() : lastAppliedOf(key);
            return new LedgerEntry(key, (string)row["ownerId"]!, (string?)row["remoteId"], last);
        }) ?? [];
        return new PlanRequest(Desired.Instance, Resources, new Ledger(entries.ToImmutableDictionary(entry => entry.Key)), Facts);
    }

    public void Check(Plan plan)
    {
        var file = Path.Combine(_folder, "plan.txt");
        var text = plan.ToText() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, text);
        else
            Assert.Equal(File.ReadAllText(file), text);
    }

    private static LoginFacts? Logins(JsonNode? json) => json is null ? null : new LoginFacts(
        (string)json["team"]!, json["audiences"]!.AsObject().ToImmutableDictionary(pair => pair.Key, pair => (string)pair.Value!));

    /// <summary>Nothing leads anywhere unless the case says so; a null says that DNS cannot be seen.</summary>
    private static ImmutableDictionary<string, TunnelLead>? Leads(JsonNode? facts) => facts is JsonObject json && json.ContainsKey("leads")
        ? json["leads"]?.AsObject().ToImmutableDictionary(
            pair => pair.Key, pair => new TunnelLead((string)pair.Value!["tunnel"]!, (string?)pair.Value["instance"], (string?)pair.Value["owner"]))
        : ImmutableDictionary<string, TunnelLead>.Empty;

    private static string RootOf(string testFile) => Path.Combine(Path.GetDirectoryName(testFile)!, "Golden");
}
