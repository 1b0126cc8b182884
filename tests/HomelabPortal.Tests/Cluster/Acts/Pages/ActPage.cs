using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Doing;
using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.Acts.Rights;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Cluster.Acts.Jobs;
using HomelabPortal.Tests.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Cluster.Acts.Pages;

/// <summary>A page with acts, looked at by somebody of a role; what is begun waits for a cluster that never changes.</summary>
internal sealed class ActPage : IDisposable
{
    private ActPage(JobWorld world, ClusterState state, Role role)
    {
        World = world;
        Context.Person.Becomes(role);
        Cluster = new Live<ClusterState>(state, Context.Clock);
        Cluster.Publish(state);
        var source = new ClusterSource(null, "Connect a cluster.");
        var outcome = new OutcomeWatch(Cluster, Context.Clock);
        var rollBack = new RollBackEffect(outcome, Cluster, Context.Clock);
        var effects = new ActEffects(source, new WorkloadEffects(outcome, Context.Clock), rollBack, new PodEffects(outcome, Cluster), new CronJobEffects(outcome, Context.Clock), new NodeEffects(outcome));
        var services = Context.Services;
        services.AddSingleton(Cluster);
        services.AddSingleton(world.Live);
        services.AddSingleton(Rights = new Live<OwnRights>(OwnRights.Unknown, Context.Clock));
        services.AddSingleton(new RevisionReader(source, rollBack, Context.Person.Authority));
        services.AddSingleton(new ClusterActs(Cluster, Context.Person.Authority, world.Jobs, effects));
        services.AddSingleton(world.Jobs);
        Context.SetRendererInfo(new RendererInfo("Server", true));
    }

    public UiContext Context { get; } = new();

    public JobWorld World { get; }

    public Live<ClusterState> Cluster { get; }

    public Live<OwnRights> Rights { get; }

    public static async Task<ActPage> OpenAsync(ClusterState state, Role role = Role.Operator) => new(await JobWorld.OpenAsync(), state, role);

    /// <summary>The API server says that the portal's account may not do what this takes.</summary>
    public void Forbid(ActWish wish) => Rights.Publish(new OwnRights(ImmutableDictionary<RbacRule, bool>.Empty.Add(ActRights.Of(wish), false), []));

    public void Dispose()
    {
        Context.Dispose();
        World.Dispose();
    }
}
