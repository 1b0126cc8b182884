using HomelabPortal.Desired.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Desired;

internal sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options)
{
    public DbSet<ExposureRow> Exposures => Set<ExposureRow>();

    public DbSet<DnsEntryRow> DnsEntries => Set<DnsEntryRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    public DbSet<JournalRow> Journal => Set<JournalRow>();

    public DbSet<PlanRow> Plans => Set<PlanRow>();

    public DbSet<TunnelDocumentRow> TunnelDocuments => Set<TunnelDocumentRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ExposureRow>(entity =>
        {
            entity.HasIndex(row => row.Hostname).IsUnique();
            entity.Property(row => row.Visibility).HasConversion<string>();
        });
        modelBuilder.Entity<SettingRow>().HasKey(row => row.Key);
        modelBuilder.Entity<LedgerRow>().HasKey(row => new { row.Target, row.Kind, row.Name });
        modelBuilder.Entity<JournalRow>().HasIndex(row => row.PlanId);
        modelBuilder.Entity<JournalRow>().HasIndex(row => row.ClosedAtTicks);
        modelBuilder.Entity<AuditRow>().HasIndex(row => row.AtTicks);
        modelBuilder.Entity<TunnelDocumentRow>().HasKey(row => new { row.TunnelId, row.Version });
    }
}
