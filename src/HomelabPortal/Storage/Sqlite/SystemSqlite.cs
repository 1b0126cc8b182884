using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace HomelabPortal.Storage.Sqlite;

/// <summary>
/// Makes EF Core 10 run on SQLitePCLRaw 2.0.6 and the operating system's SQLite.
/// EF Core asks for 2.1.13, which the registries the project builds from do not hold.
/// Delete this file and the two direct references the day they do.
/// </summary>
internal static class SystemSqlite
{
    private static readonly string[] _libraryNames = ["libsqlite3.so.0", "libsqlite3.dylib", "libsqlite3"];
    private static readonly Lock _gate = new();
    private static bool _isReady;

    /// <summary>Call once before the first connection; later calls do nothing.</summary>
    /// <exception cref="DllNotFoundException">The operating system has no SQLite library.</exception>
    public static void Use()
    {
        lock (_gate)
        {
            if (_isReady)
                return;
            AssemblyLoadContext.Default.Resolving += ResolveOlderAssembly;
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, ResolveNative);
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            raw.FreezeProvider();
            _isReady = true;
        }
    }

    /// <summary>The version of the library in use, for the log and the settings page.</summary>
    public static string Version
    {
        get
        {
            Use();
            return raw.sqlite3_libversion().utf8_to_string();
        }
    }

    private static Assembly? ResolveOlderAssembly(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is "SQLitePCLRaw.core" or "SQLitePCLRaw.provider.e_sqlite3" && name.Version is not null
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll"))
            : null;

    private static nint ResolveNative(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "e_sqlite3")
            return 0;
        foreach (var candidate in _libraryNames)
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
                return handle;
        }

        throw new DllNotFoundException(
            "The SQLite library of the operating system was not found. Install it (Debian and Ubuntu: apt-get install libsqlite3-0) and start again.");
    }
}
