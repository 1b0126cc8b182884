using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Reconcile;

/// <summary>An outside system of named things that outlives the portal's crashes, and counts what was written to it.</summary>
internal sealed class FakeWorld
{
    public Dictionary<string, string> Things { get; } = [];

    public List<string> Writes { get; } = [];
}

internal sealed record FakeResource(ResourceKey Key, string OwnerId, string OwnerName, string Content, bool CanBeMissed) : DesiredResource(Key, OwnerId, OwnerName)
{
    public override bool IsOptional => CanBeMissed;
}

/// <summary>Every exposure wants one thing of its name in each of two systems.</summary>
internal sealed class FakeCompiler : IDesiredCompiler
{
    public bool IsOuterOptional { get; init; }

    public IEnumerable<DesiredResource> Compile(DesiredState desired) =>
        from exposure in desired.Exposures
        from target in new[] { "inner", "outer" }
        select new FakeResource(
            new ResourceKey(target, "Thing", exposure.Hostname.Value), exposure.Id, exposure.Hostname.Value, exposure.Visibility.ToString(), IsOuterOptional && target == "outer");
}

/// <summary>A target over a <see cref="FakeWorld"/> whose plan is the plain difference.</summary>
internal sealed class FakeTarget(string name, FakeWorld world, ChangeStage withdraw, ChangeStage build) : ITarget
{
    public string Name => name;

    public (ChangeStage Withdraw, ChangeStage Build) Stages => (withdraw, build);

    /// <summary>Runs before and after each remote write, so that a test can die there.</summary>
    public Action<string> Step { get; set; } = _ => { };

    public TargetFault? Blind { get; set; }

    public Func<Change, TargetFault?> Refuse { get; set; } = _ => null;

    public Task<ITargetView> ObserveAsync(CancellationToken cancellationToken) =>
        Blind is { } fault
            ? throw new TargetException(fault)
            : Task.FromResult<ITargetView>(new View(this, world.Things.Where(thing => thing.Key.StartsWith(name, StringComparison.Ordinal)).ToImmutableDictionary()));

    public Task<ImmutableArray<ChangeOutcome>> ApplyAsync(ImmutableArray<Change> batch, CancellationToken cancellationToken) =>
        Task.FromResult(batch.Select(Apply).ToImmutableArray());

    public Task<ReadBack> ReadBackAsync(Change change, CancellationToken cancellationToken)
    {
        var content = world.Things.GetValueOrDefault(IdOf(change.Key));
        var wanted = (string?)change.After;
        return Task.FromResult(content != wanted ? ReadBack.NotDone : wanted is null ? ReadBack.Gone : ReadBack.Done(EntryOf(change)));
    }

    private ChangeOutcome Apply(Change change)
    {
        if (Refuse(change) is { } fault)
            return ChangeOutcome.Failed(change, fault);
        Step("before the write");
        world.Writes.Add($"{change.Verb} {IdOf(change.Key)}");
        if (change.After is null)
            world.Things.Remove(IdOf(change.Key));
        else
            world.Things[IdOf(change.Key)] = (string)change.After!;
        Step("after the write");
        return ChangeOutcome.Applied(change, change.After is null ? null : EntryOf(change));
    }

    private static string IdOf(ResourceKey key) => $"{key.Target}/{key.Name}";

    private static LedgerEntry EntryOf(Change change) =>
        new(change.Key, change.OwnerId, IdOf(change.Key), new JsonObject { ["content"] = (string?)change.After });

    private sealed class View(FakeTarget target, ImmutableDictionary<string, string> things) : ITargetView
    {
        public LabFacts Facts { get; } = new();

        public Plan Plan(PlanRequest request)
        {
            var wanted = request.Desired.OfType<FakeResource>().Where(resource => resource.Key.Target == target.Name).ToList();
            var builds = wanted.Select(Build).OfType<Change>();
            var deletes = request.Ledger.Of(target.Name)
                .Where(entry => wanted.TrueForAll(resource => resource.Key != entry.Key))
                .Select(entry => Of(things.ContainsKey(IdOf(entry.Key)) ? ChangeKind.Delete : ChangeKind.Release, entry.Key, entry.OwnerId, null));
            return Plans.Of([.. builds, .. deletes]);

            Change? Build(FakeResource resource)
            {
                var content = things.GetValueOrDefault(IdOf(resource.Key));
                if (content == resource.Content)
                    return null;
                return Of(content is null ? ChangeKind.Create : ChangeKind.Update, resource.Key, resource.OwnerId, resource.Content);
            }
        }

        private Change Of(ChangeKind kind, ResourceKey key, string ownerId, string? content) => new()
        {
            Kind = kind, Key = key, OwnerId = ownerId, Description = $"{target.Name} {key.Name}", Reason = "wanted",
            Stage = content is null ? target.Stages.Withdraw : target.Stages.Build,
            After = content,
        };
    }
}

internal static class Plans
{
    public static Plan Of(params Change[] changes) => Plan.Join([new Plan { Changes = [.. changes] }]);
}
