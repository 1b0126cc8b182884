using System.Reflection;
using System.Runtime.CompilerServices;
using HomelabPortal.Storage.Sqlite;

namespace HomelabPortal.Tests.Desired;

/// <summary>EF Core runs on an older SQLitePCLRaw than it asks for: every method must still compile against it.</summary>
public sealed class SystemSqliteTests
{
    [Fact]
    public void Sweep_AllMethodsOfTheProvider_CompileButLoadExtension()
    {
        SystemSqlite.Use();
        var assemblies = new[] { Assembly.Load("Microsoft.Data.Sqlite"), Assembly.Load("Microsoft.EntityFrameworkCore.Sqlite") };

        var methods = assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .Where(method => !method.IsAbstract && !method.ContainsGenericParameters)
            .ToList();
        var broken = methods.Where(method => !Compiles(method)).Select(method => $"{method.DeclaringType?.Name}.{method.Name}").ToList();

        Assert.True(methods.Count > 1000, $"Only {methods.Count} methods were found.");
        Assert.Equal(["SqliteConnection.LoadExtensionCore"], broken.Where(name => name.Contains("LoadExtension", StringComparison.Ordinal)).Distinct());
        Assert.All(broken, name => Assert.Contains("LoadExtension", name, StringComparison.Ordinal));
    }

    private static bool Compiles(MethodInfo method)
    {
        try
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
            return true;
        }
        catch (Exception fault) when (fault is MissingMethodException or TypeLoadException or EntryPointNotFoundException or FileNotFoundException)
        {
            return false;
        }
    }
}
