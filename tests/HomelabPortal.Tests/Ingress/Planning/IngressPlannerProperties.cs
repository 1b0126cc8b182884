using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Desired;
using HomelabPortal.Ingress;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Exposures;

namespace HomelabPortal.Tests.Ingress.Planning;

/// <summary>Whatever stands in the cluster, whatever is wanted first and then, and whatever people do in between.</summary>
public sealed class IngressPlannerProperties
{
    private static readonly Gen<LiveObject> _foreign =
        from host in Gen.Elements([.. RandomWishes.Hosts, "docs.cowlab.org"])
        from name in Gen.Elements("theirs", "homelab-portal-ex00000001")
        from tool in Gen.Elements<string?>(null, "Helm", "homelab-portal")
        select Route("media", name, $"Host(`{host}`)", tool);

    private static readonly Arbitrary<(LiveObject[] Foreign, DesiredState First, int[] Hands, DesiredState Then)> _scenes =
        (from foreign in _foreign.ArrayOf(2)
         from first in RandomWishes.States
         from hands in Gen.Choose(0, 4).ArrayOf(12)
         from then in RandomWishes.States
         select (foreign.DistinctBy(live => live.FullName).ToArray(), first, hands, then)).ToArbitrary();

    [Fact]
    public void Plan_AnyScene_SettlesInOneApply() =>
        Prop.ForAll(_scenes, scene => Play(scene).All(step => step.Again.Changes.IsEmpty)).QuickCheckThrowOnFailure();

    [Fact]
    public void Plan_AnyScene_LeavesForeignObjectsAlone() =>
        Prop.ForAll(_scenes, scene => Play(scene).All(step => Foreign(step.Before).SequenceEqual(Foreign(step.After)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Plan_AnyScene_TouchesOnlyWhatTheLedgerKnowsByUid() =>
        Prop.ForAll(_scenes, scene => Play(scene).All(step => step.Plan.Changes
            .Where(change => change.Kind is ChangeKind.Update or ChangeKind.Delete)
            .All(change => step.Before.Ledger.Find(change.Key)?.RemoteId == change.RemoteId))).QuickCheckThrowOnFailure();

    private sealed record Step(ClusterWorld Before, Plan Plan, ClusterWorld After, Plan Again);

    private static List<Step> Play((LiveObject[] Foreign, DesiredState First, int[] Hands, DesiredState Then) scene)
    {
        LiveObject[] ground =
        [
            Plain("Namespace", "", "default", null), Plain("Namespace", "", "media", null),
            Plain("Service", "media", "web", new JsonObject { ["ports"] = new JsonArray(new JsonObject { ["name"] = "http", ["port"] = 80 }, new JsonObject { ["port"] = 81 }) }),
        ];
        var first = Advance(scene.First, new ClusterWorld(new IngressView([.. ground, .. scene.Foreign], new LabFacts()), Ledger.Empty));
        var meddled = first.After with { View = Meddle(first.After, scene.Hands) };
        return [first, Advance(scene.Then, meddled), Advance(new DesiredState { Instance = RandomWishes.Instance }, meddled)];
    }

    private static Step Advance(DesiredState state, ClusterWorld world)
    {
        var plan = IngressPlanner.Plan(RandomWishes.Request(state, world.Ledger), world.View);
        var after = world.Apply(plan);
        return new Step(world, plan, after, IngressPlanner.Plan(RandomWishes.Request(state, after.Ledger), after.View));
    }

    /// <summary>Somebody edits our objects: deletes one, drops its labels, makes it anew, or edits its spec.</summary>
    private static IngressView Meddle(ClusterWorld world, int[] hands)
    {
        var objects = world.View.Objects;
        var ours = world.Ledger.Entries.Keys.Select(world.View.Find).OfType<LiveObject>().OrderBy(live => live.Kind + live.FullName, StringComparer.Ordinal);
        foreach (var (live, hand) in ours.Zip(hands))
        {
            var edited = live.Document.DeepClone().AsObject();
            if (hand == 1)
                edited["metadata"]!["labels"] = new JsonObject();
            else if (hand == 2)
                edited["metadata"]!["uid"] = "made-anew";
            else if (hand == 3 && edited["spec"] is JsonObject spec)
                spec["added"] = true;
            objects = hand == 0 ? objects.Remove(live) : objects.Replace(live, new LiveObject(edited));
        }

        return world.View with { Objects = objects };
    }

    private static LiveObject Route(string ns, string name, string match, string? tool)
    {
        var live = Plain("IngressRoute", ns, name, new JsonObject { ["routes"] = new JsonArray(new JsonObject { ["match"] = match }) });
        if (tool is not null)
            live.Document["metadata"]!["labels"] = new JsonObject { [KubernetesMarks.ManagedBy] = tool };
        return live;
    }

    private static LiveObject Plain(string kind, string ns, string name, JsonObject? spec) => new(new JsonObject
    {
        ["kind"] = kind,
        ["metadata"] = new JsonObject { ["namespace"] = ns, ["name"] = name, ["uid"] = $"foreign-{kind}-{ns}-{name}" },
        ["spec"] = spec,
    });

    private static IEnumerable<string> Foreign(ClusterWorld world) => world.View.Objects
        .Where(live => live.Uid!.StartsWith("foreign", StringComparison.Ordinal) || live.Uid == "made-anew" || live.Label(KubernetesMarks.ManagedBy) is null)
        .Select(live => live.Document.ToJsonString())
        .Order(StringComparer.Ordinal);
}
