using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Exposures;
using HomelabPortal.Ingress;
using HomelabPortal.Logins.Planning;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Dns;
using HomelabPortal.Tests.Exposures;
using HomelabPortal.Tests.Tunnels;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Tests.Logins;

/// <summary>Whatever is wanted one after the other, whatever hands do in between and whichever system cannot be seen: no name is public before its login.</summary>
public sealed class GuardedNameProperties
{
    private static readonly LoginPolicy _household = TargetLab.Household;

    private static readonly Gen<Moment> _moments =
        from state in RandomWishes.ContestedStates
        from guarded in Gen.Elements(true, true, false).ArrayOf(4)
        from areClosed in Gen.Elements(false, false, false, true)
        from policy in Gen.Elements(ChangePolicy.Sync, ChangePolicy.Sync, ChangePolicy.Upsert, ChangePolicy.Observe)
        from hand in Gen.Choose(0, 6)
        from unseen in Gen.Elements("", "", "access", "tunnel", "dns")
        select new Moment(
            state with
            {
                Exposures = [.. state.Exposures.Select((exposure, index) => guarded[index] && exposure.Visibility == Visibility.Tunnel
                    ? exposure with { LoginPolicy = _household.Id, IsPublicWithoutLogin = false, OpenPaths = ["/api"] } : exposure)],
                LoginPolicies = [_household], AreTunnelsClosed = areClosed, Policy = policy,
            },
            hand, unseen);

    /// <summary>
    /// Reachable without login means: a record leads to the tunnel, some rule takes the request, no application stands before the name
    /// and the rule does not ask for one. What hands open is not ours to answer for; what we do after must not open it further.
    /// </summary>
    [Fact]
    public void Apply_AnyHistory_NoStepMakesANameReachableThatNobodyConfirmedAsPublic() =>
        Prop.ForAll(_moments.ArrayOf(4).ToArbitrary(), history =>
        {
            var confirmed = new HashSet<string>();
            return Play(history).All(step =>
            {
                confirmed.UnionWith(step.State.Exposures.Where(exposure => exposure.IsPublicWithoutLogin).Select(exposure => exposure.Hostname.Value));
                return RandomWishes.AllHosts.Where(host => !confirmed.Contains(host)).All(host => step.Before.IsOpenedByHands(host) || !step.After.IsReachable(host));
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Apply_AnyHistory_PublishesNothingBeforeItsLoginAndTakesNoLoginBeforeItsName() =>
        Prop.ForAll(_moments.ArrayOf(4).ToArbitrary(), history => Play(history).All(IsInOrder)).QuickCheckThrowOnFailure();

    [Fact]
    public void Apply_AllSeenUnderSync_IsGuardedWhereItShouldBe() =>
        Prop.ForAll(_moments.ToArbitrary(), moment =>
        {
            var world = World.Empty;
            var calm = moment with { State = moment.State with { Policy = ChangePolicy.Sync, AreTunnelsClosed = false }, Unseen = "" };
            for (var pass = 0; pass < 3; pass++)
                world = world.Pass(calm).Last().After;
            return calm.State.Exposures.Where(exposure => exposure is { LoginPolicy: not null, Visibility: Visibility.Tunnel })
                .All(exposure => world.IsPublic(exposure.Hostname.Value) && world.IsGuarded(exposure.Hostname.Value));
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<Step> Play(Moment[] history)
    {
        var world = World.Empty;
        foreach (var moment in history)
        {
            world = world.Meddle(moment.Hand);
            for (var pass = 0; pass < 3; pass++)
            {
                foreach (var step in world.Pass(moment))
                {
                    yield return step;
                    world = step.After;
                }
            }
        }
    }

    private static bool IsInOrder(Step step)
    {
        var state = step.State;
        var bare = state.Exposures.Where(exposure => exposure.IsPublicWithoutLogin).Select(exposure => exposure.Hostname.Value).ToHashSet();
        var published = state.Exposures.Where(exposure => exposure.LoginPolicy is not null).Select(exposure => exposure.Hostname.Value)
            .Where(host => !step.Before.IsPublic(host) && step.After.IsPublic(host));
        var opened = step.Changes.Where(change => change.After is null && change.Kind == ChangeKind.Delete && change.Key.Kind == LoginView.ApplicationKind)
            .Select(change => change.Key.Name).Where(place => !place.Contains('/', StringComparison.Ordinal) && !bare.Contains(place));
        return published.All(step.After.IsGuarded) && !opened.Any(step.Before.IsOurs);
    }

    private sealed record Moment(DesiredState State, int Hand, string Unseen);

    private sealed record Step(DesiredState State, World Before, ImmutableArray<Change> Changes, World After);

    /// <summary>The three systems in memory, driven as the reconciler drives the real ones.</summary>
    private sealed record World(LoginWorld Logins, TunnelWorld Tunnels, DnsWorld Dns)
    {
        private static readonly ITarget[] _targets =
        [
            new Seen(LoginView.Target, ChangeStage.WithdrawAccess, ChangeStage.BuildAccess),
            new Seen(TunnelView.Target, ChangeStage.WithdrawTunnel, ChangeStage.BuildTunnel),
            new Seen(DnsView.Target, ChangeStage.WithdrawDns, ChangeStage.BuildDns),
        ];

        public static World Empty => new(
            LoginWorld.Empty,
            new TunnelWorld(TunnelWorld.ViewOf(RandomWishes.TunnelId, Document(), 1, new LiveConnector("c1", 1)), Ledger.Empty),
            new DnsWorld(new DnsView([new DnsZone("z1", "cowlab.org", "active", false, [])]), Ledger.Empty));

        private Ledger Ledger => new(Logins.Ledger.Entries.AddRange(Tunnels.Ledger.Entries).AddRange(Dns.Ledger.Entries));

        public bool IsReachable(string host) =>
            IsPointed(host) && Logins.State.FindApplicationOf(host) is not { Policies.IsEmpty: false }
            && TunnelDocument.Rules(Tunnels.Document).FirstOrDefault(rule => rule.Catches(host)) is { IsCatchAll: false, OriginRequest: var origin } && origin?["access"] is null;

        /// <summary>Open already, or kept shut by our rule alone: somebody took the login away and our mark off the record, so that neither is ours to keep.</summary>
        public bool IsOpenedByHands(string host) =>
            IsReachable(host) || (Logins.State.FindApplicationOf(host) is null && Dns.View.Zones[0].At(host).Any(record => record.Mark is null));

        public bool IsPublic(string host) => RuleOf(host) is not null && IsPointed(host);

        public bool IsOurs(string host) =>
            Dns.Ledger.Entries.Values.Any(entry => DnsImage.From(entry.LastApplied).Name == host && IsPointed(host))
            || (Tunnels.Ledger.Entries.ContainsKey(DesiredTunnelRule.KeyOf(Hostname.Parse(host))) && RuleOf(host) is not null);

        public bool IsGuarded(string host) =>
            Logins.State.FindApplicationOf(host) is { Policies.IsEmpty: false } application
            && (string?)RuleOf(host)?["originRequest"]?["access"]?["audTag"]?[0] == application.Audience;

        public World Meddle(int hand) => hand switch
        {
            1 when Logins.State.Applications is [var first, ..] => this with { Logins = Logins with { State = Logins.Without(first.Id) } },
            2 => this with { Logins = Logins with { State = Logins.State with { Policies = [.. Logins.State.Policies.Select(policy => policy with { Include = [PolicyImage.Rule("everyone")] })] } } },
            3 => this with { Tunnels = Tunnels.With(Document()) },
            4 when Dns.View.Zones[0] is { Records: [var first, ..] } zone => this with { Dns = Dns with { View = new DnsView([zone with { Records = zone.Records.Replace(first, first with { Comment = null }) }]) } },
            _ => this,
        };

        /// <summary>What others have: a wildcard that leads every name to the ingress, so that a name is never shut by the lack of a rule alone.</summary>
        private static JsonObject Document() => new()
        {
            ["ingress"] = new JsonArray(
                new JsonObject { ["hostname"] = "*.cowlab.org", ["service"] = "http://traefik" }, new JsonObject { ["service"] = "http_status:404" }),
        };

        public IEnumerable<Step> Pass(Moment moment)
        {
            var world = this;
            var looks = _targets.Select(target => new TargetViews.Look(target, target.Name == moment.Unseen ? null : ViewOf(target.Name), null, GoldenCase.Now)).ToList();
            var request = ReconcilePass.RequestFor(moment.State, [new Compilers()], Ledger, looks);
            var plan = Orders.Mark(ReconcilePass.PlanOf(request, looks), moment.State, GoldenCase.Now);
            var pass = new ReconcilePass(moment.State, request, looks, plan, Guard.Check(plan, moment.State.Policy, Ledger, null), new PassProgress());
            var gate = pass.Gate();
            yield return new Step(moment.State, world, [], world);
            foreach (var batch in ChangeStages.InOrder.SelectMany(stage => pass.BatchesOf(stage, gate).ToList()))
            {
                var after = world.Apply(batch);
                yield return new Step(moment.State, world, batch.Changes, after);
                world = after;
            }
        }

        private World Apply(ReconcilePass.Batch batch)
        {
            var plan = new Plan { Changes = batch.Changes };
            return batch.Target.Name switch
            {
                LoginView.Target => this with { Logins = Logins.Apply(plan) },
                TunnelView.Target => this with { Tunnels = Tunnels.Apply(plan) },
                _ => this with { Dns = Dns.Apply(plan) },
            };
        }

        private ITargetView ViewOf(string target) => target switch
        {
            LoginView.Target => new LoginView(Logins.State),
            TunnelView.Target => Tunnels.View,
            _ => Dns.View,
        };

        private JsonObject? RuleOf(string host) => Tunnels.Document["ingress"]!.AsArray().OfType<JsonObject>().FirstOrDefault(rule => (string?)rule["hostname"] == host);

        private bool IsPointed(string host) => Dns.View.Zones[0].At(host).Any(record => DnsEntry.LeadsToTunnel(record.Value.Content));
    }

    private sealed class Compilers : IDesiredCompiler
    {
        public IEnumerable<DesiredResource> Compile(DesiredState desired) =>
            ExposureCompiler.Compile(desired, new IngressOptions(), new TunnelOptions(), GoldenCase.Now).Where(resource => resource.Key.Target != "kubernetes")
                .Concat(LoginCompiler.Compile(desired, GoldenCase.Now));
    }

    /// <summary>A target that only says when its turn is; the worlds are changed directly.</summary>
    private sealed class Seen(string name, ChangeStage withdraw, ChangeStage build) : ITarget
    {
        public string Name => name;

        public (ChangeStage Withdraw, ChangeStage Build) Stages => (withdraw, build);

        public Task<ITargetView> ObserveAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ImmutableArray<ChangeOutcome>> ApplyAsync(ImmutableArray<Change> batch, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ReadBack> ReadBackAsync(Change change, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
