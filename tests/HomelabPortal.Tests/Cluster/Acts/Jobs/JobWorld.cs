using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access;
using HomelabPortal.Tests.Access.Authority;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace HomelabPortal.Tests.Cluster.Acts.Jobs;

/// <summary>Acts in the background with the real door, table of rights and audit; everybody of <see cref="People"/> is signed in.</summary>
internal sealed class JobWorld : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    private JobWorld(AccessDatabase access)
    {
        Access = access;
        Live = new Live<ActJobsState>(ActJobsState.Empty, access.Time);
        Jobs = new ActJobs(access.Runner, Live, new Lifetime(_stopping.Token), access.Time);
    }

    public static Actor Operator { get; } = People.InSession(Role.Operator);

    public static Actor Viewer { get; } = People.InSession(Role.Viewer);

    public AccessDatabase Access { get; }

    public Live<ActJobsState> Live { get; }

    public ActJobs Jobs { get; }

    public AuthorityCheck Authority => new(Access.Live, Access.Time);

    public static async Task<JobWorld> OpenAsync()
    {
        var access = await AccessDatabase.OpenAsync();
        access.Time.Advance(People.Noon - access.Time.GetUtcNow());
        access.Live.Publish(People.State());
        return new JobWorld(access);
    }

    public void StopPortal() => _stopping.Cancel();

    /// <summary>Acts and how they came out, in their order.</summary>
    public async Task<List<string>> AuditAsync()
    {
        await using var context = Access.Database.CreateDbContext();
        var outcomes = await context.AuditOutcomes.ToDictionaryAsync(row => row.AuditId, row => row.Outcome);
        var rows = await context.Audit.OrderBy(row => row.Id).ToListAsync();
        return rows.ConvertAll(row => $"{row.Actor}: {row.Act}: {row.Outcome ?? outcomes.GetValueOrDefault(row.Id) ?? "running"}");
    }

    public void Dispose()
    {
        Access.Dispose();
        _stopping.Dispose();
    }

    private sealed class Lifetime(CancellationToken stopping) : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => throw new NotSupportedException();
    }
}
