using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Exposures;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Tests.Tunnels;

/// <summary>Others edit the document between our applies: no rule of theirs is changed or lost by us, the catch-all stays last, and ours converge.</summary>
public sealed class ForeignEditProperties
{
    private const string Mark = "theirs";

    private enum Hand { Add, Remove, Edit, MoveFirst, SetGlobal, DropOurs }

    private static readonly Arbitrary<(Hand Hand, int Number)[]> _edits =
        (from hand in Gen.Elements(Enum.GetValues<Hand>()) from number in Gen.Choose(0, 9) select (hand, number)).ArrayOf(12).ToArbitrary();

    [Fact]
    public void Merge_ForeignEditsInBetween_KeepsTheirsAndConverges() => Prop.ForAll(_edits, edits =>
    {
        var world = new TunnelWorld(TunnelWorld.ViewOf(RandomWishes.TunnelId, Start(), 1, new LiveConnector("c1", 1)), Ledger.Empty);
        foreach (var (hand, number) in edits)
        {
            var before = Edit(world.Document, hand, number);
            world = world.With(before);
            world = world.Apply(TunnelPlanner.Plan(Request(world.Ledger), world.View));
            var rules = TunnelDocument.Rules(world.Document);
            if (!Theirs(before).SequenceEqual(Theirs(world.Document)) || !rules[^1].IsCatchAll || Global(before) != Global(world.Document))
                return false;
        }

        return TunnelPlanner.Plan(Request(world.Ledger), world.View).Changes.IsEmpty;
    }).QuickCheckThrowOnFailure();

    private static JsonObject Start() => new() { ["ingress"] = new JsonArray(new JsonObject { ["service"] = "http_status:404" }), ["another"] = "x" };

    private static PlanRequest Request(Ledger ledger)
    {
        var state = new DesiredState
        {
            Instance = RandomWishes.Instance,
            TunnelEntries = [Entry("en1", "ours.cowlab.org", null), Entry("en2", "ours.cowlab.org", "^/api"), Entry("en3", "*.cowlab.org", null)],
        };
        return new PlanRequest(state.Instance, [.. TunnelEntryCompiler.Compile(state, DockerState.Empty)], ledger, RandomWishes.Facts);
    }

    private static TunnelEntry Entry(string id, string name, string? path) => new()
    {
        Id = id, TunnelId = RandomWishes.TunnelId, Name = RecordName.Parse(name), Path = path, Service = "http://10.0.0.20", IsPublicWithoutLogin = true,
    };

    private static JsonObject Edit(JsonObject document, Hand hand, int number)
    {
        var edited = document.DeepClone().AsObject();
        var ingress = edited["ingress"]!.AsArray();
        var theirs = ingress.OfType<JsonObject>().Where(rule => rule[Mark] is not null).ToList();
        switch (hand)
        {
            case Hand.Add when theirs.All(rule => (int)rule[Mark]! != number):
                ingress.Insert(number % ingress.Count, new JsonObject { ["hostname"] = $"n{number}.cowlab.org", ["service"] = "http://n", [Mark] = number, ["later"] = new JsonArray(1, number) });
                break;
            case Hand.Remove when theirs.Count > 0:
                ingress.Remove(theirs[number % theirs.Count]);
                break;
            case Hand.Edit when theirs.Count > 0:
                theirs[number % theirs.Count]["service"] = $"http://changed{number}";
                break;
            case Hand.MoveFirst when theirs.Count > 0:
                var moved = theirs[number % theirs.Count];
                ingress.Remove(moved);
                ingress.Insert(0, moved);
                break;
            case Hand.SetGlobal:
                edited["originRequest"] = new JsonObject { ["connectTimeout"] = number };
                break;
            case Hand.DropOurs:
                foreach (var rule in ingress.OfType<JsonObject>().Where(rule => rule[Mark] is null && rule["hostname"] is not null).ToList())
                    ingress.Remove(rule);
                break;
        }

        return edited;
    }

    private static IEnumerable<string> Theirs(JsonObject document) => TunnelDocument.Rules(document).Where(rule => rule.Json[Mark] is not null).Select(rule => rule.Json.ToJsonString());

    private static string Global(JsonObject document) => $"{document["originRequest"]?.ToJsonString()} {document["another"]}";
}
