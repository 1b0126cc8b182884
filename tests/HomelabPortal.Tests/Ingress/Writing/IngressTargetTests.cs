using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Ingress;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Tests.Exposures;

namespace HomelabPortal.Tests.Ingress.Writing;

public sealed class IngressTargetTests
{
    private const string Name = "homelab-portal-ex00000001";
    private static readonly FaultMatch _writes = new() { System = SimulatedSystem.Kubernetes, Verb = "PATCH", PathContains = Name };

    [Fact]
    public async Task Observe_ReferenceLab_KnowsWhereTheHouseReachesTheIngress()
    {
        await using var lab = await TargetLab.StartAsync();

        var view = await lab.Ingress.ObserveAsync(CancellationToken.None);

        Assert.Equal("10.0.0.99", view.Facts.LanAddress);
    }

    [Fact]
    public async Task Apply_NewExposure_CreatesTheRouteAndNothingElseChanges()
    {
        await using var lab = await TargetLab.StartAsync();
        var foreign = lab.ForeignObjects("traefik.io", "ingressroutes");

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Ingress, TargetLab.Wish()));

        Assert.True(outcome.Succeeded);
        var route = Route(lab)!;
        Assert.Equal("ex00000001", (string?)route["metadata"]!["annotations"]![KubernetesMarks.Exposure]);
        Assert.Equal("Host(`tv.cowlab.org`)", (string?)route["spec"]!["routes"]![0]!["match"]);
        Assert.Equal((string?)route["metadata"]!["uid"], lab.Ledger.Entries.Values.Single().RemoteId);
        Assert.Equal(foreign, lab.ForeignObjects("traefik.io", "ingressroutes"));
        Assert.True((await lab.PlanAsync(lab.Ingress, TargetLab.Wish())).IsEmpty);
    }

    [Fact]
    public async Task Apply_AddressOutside_ServiceSliceAndRouteReadBackAsPlanned()
    {
        await using var lab = await TargetLab.StartAsync();
        var wish = TargetLab.Wish() with { Backend = new AddressBackend("10.0.0.175", 443, "https") };

        var outcomes = await lab.ApplyAsync(lab.Ingress, wish);

        Assert.Equal(["Service", "EndpointSlice", "IngressRoute"], outcomes.Select(outcome => outcome.Change.Key.Kind));
        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.True((await lab.PlanAsync(lab.Ingress, wish)).IsEmpty);
        Assert.Equal(["IngressRoute", "EndpointSlice", "Service"], (await lab.ApplyAsync(lab.Ingress)).Select(outcome => outcome.Change.Key.Kind));
        Assert.True((await lab.PlanAsync(lab.Ingress)).IsEmpty);
    }

    [Fact]
    public async Task Apply_ChangedExposure_UpdatesTheSameObject()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyAsync(lab.Ingress, TargetLab.Wish() with { Middlewares = ["authentik/forward-auth"] });
        var uid = (string?)Route(lab)!["metadata"]!["uid"];

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Ingress, TargetLab.Wish("films.cowlab.org")));

        Assert.True(outcome.Succeeded);
        Assert.Equal(uid, (string?)Route(lab)!["metadata"]!["uid"]);
        Assert.Null(Route(lab)!["spec"]!["routes"]![0]!["middlewares"]);
        Assert.True((await lab.PlanAsync(lab.Ingress, TargetLab.Wish("films.cowlab.org"))).IsEmpty);
    }

    [Fact]
    public async Task Apply_RemovedExposure_DeletesOnlyTheRoute()
    {
        await using var lab = await TargetLab.StartAsync();
        var before = lab.Lab.KubernetesStore.List("traefik.io", "ingressroutes").Count;
        await lab.ApplyAsync(lab.Ingress, TargetLab.Wish());

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Ingress));

        Assert.True(outcome.Succeeded);
        Assert.Null(Route(lab));
        Assert.Equal(before, lab.Lab.KubernetesStore.List("traefik.io", "ingressroutes").Count);
        Assert.Empty(lab.Ledger.Entries);
    }

    [Fact]
    public async Task Apply_MadeAnewSinceThePlan_IsNotDeleted()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyAsync(lab.Ingress, TargetLab.Wish());
        var plan = await lab.PlanAsync(lab.Ingress);
        var copy = Route(lab)!.DeepClone().AsObject();
        lab.Lab.KubernetesStore.Delete("traefik.io/v1alpha1", "IngressRoute", "media", Name);
        foreach (var member in new[] { "uid", "resourceVersion", "creationTimestamp" })
            copy["metadata"]!.AsObject().Remove(member);
        lab.Lab.KubernetesStore.Put(copy);

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Ingress, plan));

        Assert.Equal(FaultKind.Retry, outcome.Fault?.Kind);
        Assert.NotNull(Route(lab));
    }

    [Fact]
    public async Task Apply_ChangedSinceThePlan_WritesNothing()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyAsync(lab.Ingress, TargetLab.Wish());
        var plan = await lab.PlanAsync(lab.Ingress, TargetLab.Wish("films.cowlab.org"));
        Edit(lab, route => route["spec"]!["routes"]![0]!["priority"] = 7);
        lab.Faults.Log.Clear();

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Ingress, plan));

        Assert.Equal(FaultKind.Retry, outcome.Fault?.Kind);
        Assert.Empty(lab.Faults.Log.Writes);
    }

    [Fact]
    public async Task Apply_FieldTakenByAnother_NamesItsManagerAndField()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyAsync(lab.Ingress, TargetLab.Wish());
        Edit(lab, route => route["spec"]!["routes"]![0]!["match"] = "Host(`else.cowlab.org`)", "kubectl-edit");

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Ingress, TargetLab.Wish()));

        Assert.True(outcome.Change.IsDrift);
        Assert.Equal(FaultKind.NeedsPerson, outcome.Fault?.Kind);
        Assert.Contains("kubectl-edit", outcome.Fault!.Message, StringComparison.Ordinal);
        Assert.Contains("spec.routes", outcome.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_LostAnswerOnCreate_FindsWhatItMade()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(_writes, new FaultEffect.LostResponse(), times: 1);

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Ingress, TargetLab.Wish()));

        Assert.True(outcome.Succeeded);
        Assert.Equal((string?)Route(lab)!["metadata"]!["uid"], outcome.Entry?.RemoteId);
    }

    [Fact]
    public async Task Apply_LostAnswerAndBlind_IsUncertainUntilReadBack()
    {
        await using var lab = await TargetLab.StartAsync();
        var plan = await lab.PlanAsync(lab.Ingress, TargetLab.Wish());
        var outcome = Assert.Single(await lab.LoseAndBlindAsync(_writes, () => lab.ApplyAsync(lab.Ingress, plan)));
        lab.Faults.Clear();
        var readBack = await lab.Ingress.ReadBackAsync(plan.Changes.Single(), CancellationToken.None);

        Assert.True(outcome.IsUncertain);
        Assert.Equal((string?)Route(lab)!["metadata"]!["uid"], readBack.Entry?.RemoteId);
    }

    [Fact]
    public async Task ReadBack_NothingWasWritten_SaysSo()
    {
        await using var lab = await TargetLab.StartAsync();
        var plan = await lab.PlanAsync(lab.Ingress, TargetLab.Wish());

        Assert.False((await lab.Ingress.ReadBackAsync(plan.Changes.Single(), CancellationToken.None)).HasTakenEffect);
    }

    [Fact]
    public async Task Apply_TooManyRequests_WaitsAsLongAsTheServerSays()
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(_writes, new FaultEffect.Status(429, TimeSpan.FromSeconds(17)));

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Ingress, TargetLab.Wish()));

        Assert.Equal(FaultKind.Wait, outcome.Fault?.Kind);
        Assert.Equal(TimeSpan.FromSeconds(17), outcome.Fault?.RetryAfter);
        Assert.Null(Route(lab));
    }

    [Fact]
    public async Task Apply_TokenThatMayOnlyRead_NeedsAPerson()
    {
        await using var lab = await TargetLab.StartAsync(kubernetesContext: "simulated-read-only");

        var outcome = Assert.Single(await lab.ApplyAsync(lab.Ingress, TargetLab.Wish()));

        Assert.Equal(FaultKind.NeedsPerson, outcome.Fault?.Kind);
    }

    [Theory]
    [InlineData("ingressroutes")]
    [InlineData("services")]
    [InlineData("endpointslices")]
    [InlineData("namespaces")]
    public async Task Observe_OneListFails_SeesNothingRatherThanLess(string plural)
    {
        await using var lab = await TargetLab.StartAsync();
        lab.Faults.Add(new FaultMatch { PathContains = "/" + plural, Verb = "list" }, new FaultEffect.TruncatedBody());

        await Assert.ThrowsAsync<TargetException>(() => lab.Ingress.ObserveAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Apply_ListThatLeftOurRouteOut_NeitherDeletesNorForgetsIt()
    {
        await using var lab = await TargetLab.StartAsync();
        await lab.ApplyAsync(lab.Ingress, TargetLab.Wish());
        var fault = lab.Faults.Add(new FaultMatch { PathContains = "/ingressroutes", Verb = "list" }, new FaultEffect.MissingItems());
        CrowdAhead(lab);
        var plan = await lab.PlanAsync(lab.Ingress);
        lab.Faults.Remove(fault);

        await lab.ApplyAsync(lab.Ingress, plan);

        Assert.Equal(ChangeKind.Release, plan.Changes.Single().Kind);
        Assert.NotNull(Route(lab));
        Assert.Single(lab.Ledger.Entries);
    }

    private static JsonObject? Route(TargetLab lab) => lab.Lab.KubernetesStore.Get("traefik.io/v1alpha1", "IngressRoute", "media", Name);

    private static void Edit(TargetLab lab, Action<JsonObject> edit, string manager = "kubectl-edit")
    {
        var route = Route(lab)!;
        edit(route);
        route["metadata"]!.AsObject().Remove("managedFields");
        lab.Lab.KubernetesStore.Put(route, manager);
    }

    /// <summary>So many routes ahead of ours that it lies in the half that gets lost.</summary>
    private static void CrowdAhead(TargetLab lab)
    {
        for (var i = 0; i < 100; i++)
        {
            lab.Lab.KubernetesStore.Put(new JsonObject
            {
                ["apiVersion"] = "traefik.io/v1alpha1", ["kind"] = "IngressRoute",
                ["metadata"] = new JsonObject { ["namespace"] = "argocd", ["name"] = $"crowd-{i}" }, ["spec"] = new JsonObject(),
            });
        }
    }
}
