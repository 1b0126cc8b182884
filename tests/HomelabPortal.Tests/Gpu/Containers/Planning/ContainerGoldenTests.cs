using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Gpu.Containers.Planning;

public sealed class ContainerGoldenTests
{
    private const string AsWanted = "wanted:";
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static IEnumerable<object[]> Cases => GoldenCase.NamesIn(GoldenCase.ThisFile());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Plan_GoldenCase_ReadsAsWritten(string name)
    {
        var (golden, request, view) = Load(name);

        golden.Check(ContainerPlanner.Plan(request, view));
    }

    /// <summary>Only what is ours by mark, or what the owner said to take over, now or when it was put aside, is named by any change.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Plan_GoldenCase_NamesNothingForeign(string name)
    {
        var (golden, request, view) = Load(name);

        var adopted = golden.Desired.Containers.Select(container => container.AdoptedId)
            .Concat(request.Ledger.Of(ContainerView.Target).Select(entry => ContainerMemory.Of(entry)!.Previous));
        var foreign = view.Hosts.SelectMany(host => host.Containers).Where(container => container.Instance != "inst0001").Select(container => container.Id).Except(adopted);
        var named = ContainerPlanner.Plan(request, view).Changes.Where(change => change.Hint is not null).Select(ContainerChange.Of)
            .SelectMany(act => new[] { act.CurrentId, act.PreviousId });
        Assert.Empty(named.Intersect(foreign));
    }

    private static (GoldenCase Golden, PlanRequest Request, ContainerView View) Load(string name)
    {
        var golden = new GoldenCase(GoldenCase.ThisFile(), name);
        Resolve(golden.Actual, golden.Resources.OfType<DesiredRun>().ToDictionary(run => run.OwnerId, run => run.Hash));
        var hosts = golden.Actual["hosts"]!.AsArray().Select(host => Host(host!.AsObject()));
        return (golden, golden.Request(ContainerView.Target, ContainerView.ContainerKind, _ => new JsonObject()), new ContainerView([.. hosts], GoldenCase.Now));
    }

    private static LiveHost Host(JsonObject host) => new LiveHost(
        (string)host["name"]!, (string?)host["fault"],
        [.. (host["containers"] as JsonArray ?? []).Select(container => container.Deserialize<LiveContainer>(_json)!)],
        [.. (host["images"] as JsonArray ?? []).Select(image => (string)image!)],
        (host["pulls"] as JsonArray ?? []).Select(pull => pull.Deserialize<ImagePull>(_json)!).ToImmutableDictionary(pull => pull.Image))
    {
        Gpus = host["gpu"] is { } gpu ? new MeasuredCards([new MeasuredCard("GPU-1", 0, (double?)gpu["totalMiB"], (double?)gpu["freeMiB"])], Ago(gpu["secondsAgo"])) : MeasuredCards.None,
        ReleasedAt = Ago(host["releasedSecondsAgo"]),
    };

    private static DateTimeOffset? Ago(JsonNode? seconds) => seconds is null ? null : GoldenCase.Now.AddSeconds(-(int)seconds);

    /// <summary>A case says "wanted:ID" where a hash stands, so that it reads and stays true.</summary>
    private static void Resolve(JsonNode? node, Dictionary<string, string> hashes)
    {
        foreach (var child in node is JsonObject json ? json.Select(member => member.Value).ToList() : node is JsonArray array ? [.. array] : [])
        {
            if (child is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith(AsWanted, StringComparison.Ordinal))
                child.ReplaceWith(hashes.GetValueOrDefault(text[AsWanted.Length..], "nothing"));
            else
                Resolve(child, hashes);
        }
    }
}
