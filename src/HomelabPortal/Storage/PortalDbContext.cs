using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Storage;

/// <summary>Everything the portal keeps. The tables of accounts, passkeys and logins are the framework's.</summary>
internal sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : IdentityUserContext<Account>(options)
{
    public DbSet<ExposureRow> Exposures => Set<ExposureRow>();

    public DbSet<DnsEntryRow> DnsEntries => Set<DnsEntryRow>();

    public DbSet<TunnelEntryRow> TunnelEntries => Set<TunnelEntryRow>();

    public DbSet<LoginPolicyRow> LoginPolicies => Set<LoginPolicyRow>();

    public DbSet<ContainerRow> Containers => Set<ContainerRow>();

    public DbSet<ContainerSecretRow> ContainerSecrets => Set<ContainerSecretRow>();

    public DbSet<CheckRow> Checks => Set<CheckRow>();

    public DbSet<ChannelRow> Channels => Set<ChannelRow>();

    public DbSet<ChannelSecretRow> ChannelSecrets => Set<ChannelSecretRow>();

    public DbSet<CheckBucketRow> CheckBuckets => Set<CheckBucketRow>();

    public DbSet<CheckIncidentRow> CheckIncidents => Set<CheckIncidentRow>();

    public DbSet<CheckSilenceRow> CheckSilences => Set<CheckSilenceRow>();

    public DbSet<NotificationRow> Notifications => Set<NotificationRow>();

    public DbSet<ZoneSnapshotRow> ZoneSnapshots => Set<ZoneSnapshotRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    public DbSet<JournalRow> Journal => Set<JournalRow>();

    public DbSet<PlanRow> Plans => Set<PlanRow>();

    public DbSet<TunnelDocumentRow> TunnelDocuments => Set<TunnelDocumentRow>();

    public DbSet<AuditOutcomeRow> AuditOutcomes => Set<AuditOutcomeRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<DataKeyRow> DataKeys => Set<DataKeyRow>();

    public DbSet<IdempotencyRow> Idempotency => Set<IdempotencyRow>();

    public DbSet<MetricSeriesRow> MetricSeries => Set<MetricSeriesRow>();

    public DbSet<MetricBlockRow> MetricBlocks => Set<MetricBlockRow>();

    public DbSet<MetricChunkRow> MetricChunks => Set<MetricChunkRow>();

    public DbSet<MetricSlabRow> MetricSlabs => Set<MetricSlabRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        ModelDesired(modelBuilder);
        ModelAccess(modelBuilder);
        ModelMetrics(modelBuilder);
        ModelChecks(modelBuilder);
    }

    private static void ModelChecks(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ChannelSecretRow>().HasIndex(row => row.ChannelId);
        modelBuilder.Entity<CheckBucketRow>(entity =>
        {
            entity.HasKey(row => new { row.CheckId, row.StepMinutes, row.StartMinute });
            entity.HasIndex(row => new { row.StepMinutes, row.StartMinute });
        });
        modelBuilder.Entity<CheckIncidentRow>(entity =>
        {
            entity.HasIndex(row => new { row.CheckId, row.StartedAtTicks });
            entity.HasIndex(row => row.EndedAtTicks);
            entity.HasIndex(row => row.IsEndTold);
        });
        modelBuilder.Entity<CheckSilenceRow>().HasKey(row => row.CheckId);
        modelBuilder.Entity<NotificationRow>(entity =>
        {
            entity.HasIndex(row => new { row.State, row.DueTicks });
            entity.HasIndex(row => row.AtTicks);
        });
    }

    private static void ModelMetrics(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MetricSeriesRow>(entity =>
        {
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.HasIndex(row => new { row.Kind, row.Namespace, row.Name }).IsUnique();
        });
        modelBuilder.Entity<MetricBlockRow>().HasIndex(row => new { row.StepMinutes, row.StartMinute }).IsUnique();
        // In the order of time, so that an hour is written, thinned out and deleted in one place.
        modelBuilder.Entity<MetricChunkRow>().HasKey(row => new { row.BlockId, row.SeriesId });
        modelBuilder.Entity<MetricSlabRow>().HasIndex(row => row.HourMinute);
    }

    private static void ModelAccess(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(entity =>
        {
            entity.ToTable("Accounts");
            entity.Property(row => row.Role).HasConversion<string>();
        });
        modelBuilder.Entity<IdentityUserClaim<string>>().ToTable("AccountClaims");
        modelBuilder.Entity<IdentityUserLogin<string>>().ToTable("AccountLogins");
        modelBuilder.Entity<IdentityUserToken<string>>().ToTable("AccountTokens");
        modelBuilder.Entity<IdentityUserPasskey<string>>(entity =>
        {
            // The framework models passkeys only for a context that was made by its own service provider; tools and tests make theirs.
            entity.ToTable("AccountPasskeys");
            entity.HasKey(row => row.CredentialId);
            entity.OwnsOne(row => row.Data).ToJson();
            entity.HasOne<Account>().WithMany().HasForeignKey(row => row.UserId).IsRequired();
        });
        modelBuilder.Entity<SessionRow>().HasIndex(row => row.AccountId);
        modelBuilder.Entity<ApiTokenRow>().HasIndex(row => row.Hash).IsUnique();
        modelBuilder.Entity<InvitationRow>(entity =>
        {
            entity.HasKey(row => row.Hash);
            entity.Property(row => row.Role).HasConversion<string>();
        });
        modelBuilder.Entity<IdempotencyRow>().HasKey(row => new { row.AccountId, row.Key });
        modelBuilder.Entity<AuditOutcomeRow>(entity =>
        {
            entity.HasKey(row => row.AuditId);
            entity.Property(row => row.AuditId).ValueGeneratedNever();
        });
    }

    private static void ModelDesired(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ExposureRow>().HasIndex(row => row.Hostname).IsUnique();
        modelBuilder.Entity<ContainerRow>().HasIndex(row => new { row.Host, row.Name }).IsUnique();
        modelBuilder.Entity<ContainerSecretRow>().HasIndex(row => row.ContainerId);
        modelBuilder.Entity<ZoneSnapshotRow>().HasIndex(row => new { row.ZoneId, row.TakenAtTicks });
        modelBuilder.Entity<SettingRow>().HasKey(row => row.Key);
        modelBuilder.Entity<LedgerRow>().HasKey(row => new { row.Target, row.Kind, row.Name });
        modelBuilder.Entity<JournalRow>().HasIndex(row => row.PlanId);
        modelBuilder.Entity<JournalRow>().HasIndex(row => row.ClosedAtTicks);
        modelBuilder.Entity<AuditRow>().HasIndex(row => row.AtTicks);
        modelBuilder.Entity<TunnelDocumentRow>().HasKey(row => new { row.TunnelId, row.Version });
    }
}
