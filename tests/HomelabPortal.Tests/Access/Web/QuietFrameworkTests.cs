using HomelabPortal.Access.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Tests.Access.Web;

public sealed class QuietFrameworkTests
{
    [Theory]
    [InlineData("LogLevel:Default")]
    [InlineData("LogLevel:Microsoft")]
    [InlineData("LogLevel:Microsoft.AspNetCore")]
    [InlineData("LogLevel:microsoft.aspnetcore.hosting")]
    [InlineData("LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("Console:LogLevel:Default")]
    [InlineData("Console:LogLevel:Microsoft.AspNetCore")]
    public void Framework_HoweverItIsConfigured_SaysWarningsOnly(string key)
    {
        var framework = LoggerFor("Microsoft.AspNetCore.Hosting.Diagnostics", key);

        Assert.False(framework.IsEnabled(LogLevel.Information));
        Assert.True(framework.IsEnabled(LogLevel.Warning));
    }

    [Fact]
    public void Portal_ToldToSayEverything_DoesSo() =>
        Assert.True(LoggerFor("HomelabPortal.Reconcile.Reconciler", "LogLevel:Default").IsEnabled(LogLevel.Trace));

    private static ILogger LoggerFor(string category, string key)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, "Trace")]).Build();
        var services = new ServiceCollection().AddLogging(logging => logging.AddConfiguration(configuration).AddConsole());
        services.PostConfigure<LoggerFilterOptions>(QuietFramework.Configure);
        // Not disposed with the test: the logger is asked after it.
        return services.BuildServiceProvider().GetRequiredService<ILoggerFactory>().CreateLogger(category);
    }
}
