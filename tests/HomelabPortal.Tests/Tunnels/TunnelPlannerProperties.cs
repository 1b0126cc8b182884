using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Exposures;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Tests.Tunnels;

/// <summary>Whatever rules others have, whatever is wanted first and then, and whatever people do in between.</summary>
public sealed class TunnelPlannerProperties
{
    private const string Foreign = "foreign";

    private static readonly Gen<JsonObject> _foreign =
        from host in Gen.Elements([.. RandomWishes.Hosts, "*.cowlab.org", "*.c.cowlab.org", "docs.cowlab.org", "*.example.org"])
        from path in Gen.Elements<string?>(null, null, "^/api")
        from number in Gen.Choose(0, 9)
        select Rule(host, path, number);

    private static readonly Arbitrary<(JsonObject[] Foreign, DesiredState First, int[] Hands, DesiredState Then)> _scenes =
        (from foreign in _foreign.ArrayOf(3)
         from first in RandomWishes.ContestedStates
         from hands in Gen.Choose(0, 3).ArrayOf(4)
         from then in RandomWishes.ContestedStates
         select (foreign.DistinctBy(rule => $"{rule["hostname"]} {rule["path"]}").ToArray(), first, hands, then)).ToArbitrary();

    [Fact]
    public void Plan_AnyScene_SettlesInOneApply() =>
        Prop.ForAll(_scenes, scene => Play(scene).All(step => step.Again.Changes.IsEmpty)).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_AnyScene_KeepsForeignRulesByteIdenticalAndInOrder() =>
        Prop.ForAll(_scenes, scene => Play(scene).All(step =>
            ForeignRules(step.Before).SequenceEqual(ForeignRules(step.After)) && Rest(step.Before) == Rest(step.After))).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_AnyScene_EndsWithOneCatchAllAndShadowsNothingOfOurs() =>
        Prop.ForAll(_scenes, scene => Play(scene).All(step =>
        {
            var rules = TunnelDocument.Rules(step.After.Document);
            return rules[^1].IsCatchAll && rules.Count(rule => rule.IsCatchAll) == 1
                && step.After.Ledger.Entries.Keys.Where(key => step.State.Exposures.Any(exposure => exposure.Hostname.Value == key.Name))
                    .All(key => TunnelDocument.ShadowOf(step.After.Document, key.Name) is null);
        })).QuickCheckThrowOnFailure();

    private sealed record Step(DesiredState State, TunnelWorld Before, TunnelWorld After, Plan Again);

    private static List<Step> Play((JsonObject[] Foreign, DesiredState First, int[] Hands, DesiredState Then) scene)
    {
        var document = new JsonObject
        {
            ["ingress"] = new JsonArray([.. scene.Foreign.Select(rule => rule.DeepClone()), new JsonObject { ["service"] = "http_status:404" }]),
            ["originRequest"] = new JsonObject { ["connectTimeout"] = 10, ["unknownSetting"] = "x" },
        };
        var view = TunnelWorld.ViewOf(RandomWishes.TunnelId, document, 1, new LiveConnector("c1", 1));
        var first = Advance(scene.First, new TunnelWorld(view, Ledger.Empty));
        var meddled = first.After.With(Meddle(first.After, scene.Hands));
        return [first, Advance(scene.Then, meddled), Advance(new DesiredState { Instance = RandomWishes.Instance }, meddled)];
    }

    private static Step Advance(DesiredState state, TunnelWorld world)
    {
        var after = world.Apply(TunnelPlanner.Plan(RandomWishes.Request(state, world.Ledger), world.View));
        return new Step(state, world, after, TunnelPlanner.Plan(RandomWishes.Request(state, after.Ledger), after.View));
    }

    /// <summary>Somebody edits our rules: deletes one, points it elsewhere, or puts a wildcard above it.</summary>
    private static JsonObject Meddle(TunnelWorld world, int[] hands)
    {
        var document = world.Document.DeepClone().AsObject();
        var ingress = document["ingress"]!.AsArray();
        var ours = ingress.OfType<JsonObject>().Where(rule => rule[Foreign] is null && rule["hostname"] is not null).ToList();
        foreach (var (rule, hand) in ours.Zip(hands))
        {
            if (hand == 0)
                ingress.Remove(rule);
            else if (hand == 1)
                rule["service"] = "http://10.9.9.9";
            else if (hand == 2)
                ingress.Insert(0, Rule("*.cowlab.org", null, 77));
        }

        return document;
    }

    private static JsonObject Rule(string host, string? path, int number)
    {
        var rule = new JsonObject { ["hostname"] = host, ["service"] = $"http://10.0.0.{number}:80", [Foreign] = new JsonObject { ["number"] = number } };
        if (path is not null)
            rule["path"] = path;
        return rule;
    }

    private static IEnumerable<string> ForeignRules(TunnelWorld world) =>
        TunnelDocument.Rules(world.Document).Where(rule => rule.Json[Foreign] is not null || rule.IsCatchAll).Select(rule => rule.Json.ToJsonString());

    private static string Rest(TunnelWorld world) => world.Document["originRequest"]!.ToJsonString();
}
