using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Desired;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Access;

/// <summary>Accounts and sessions on a real SQLite file and a clock of the test's own.</summary>
internal sealed class AccessDatabase : IDisposable
{
    private AccessDatabase()
    {
        Live = new Live<AccessState>(AccessState.Empty, Time);
        Store = new AccessStore(Database, Database.Writer, Live);
        Audit = new AuditLog(Database.Writer, Time);
        Runner = new ActionRunner(new AuthorityCheck(Live, Time), Audit, NullLogger<ActionRunner>.Instance);
    }

    public ManualTimeProvider Time { get; } = new();

    public PortalDatabase Database { get; } = new();

    public Live<AccessState> Live { get; }

    public AccessStore Store { get; }

    public AuditLog Audit { get; }

    public ActionRunner Runner { get; }

    public static async Task<AccessDatabase> OpenAsync()
    {
        var access = new AccessDatabase();
        await using (var context = access.Database.CreateDbContext())
            await context.Database.MigrateAsync();
        await access.Store.LoadAsync(CancellationToken.None);
        return access;
    }

    public Task<Account> AddAsync(string name, Role role, string? passwordHash = "a hash") =>
        Store.WriteAsync(
            async context =>
            {
                var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), Role = role, PasswordHash = passwordHash };
                context.Users.Add(account);
                await context.SaveChangesAsync();
                return account;
            },
            CancellationToken.None);

    public async Task<List<AuditRow>> AuditAsync()
    {
        await using var context = Database.CreateDbContext();
        return await context.Audit.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    public void Dispose() => Database.Dispose();
}
