using HomelabPortal.Lab;

namespace HomelabPortal.Commands;

internal static class CommandsExtensions
{
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddSingleton<ICommand, RotateKeys>();
        services.AddSingleton<ICommand, RevokeAllSessions>();
        services.AddSingleton<ICommand, AdminLink>();
        services.AddSingleton<CommandBook>();
        services.AddHostedService<CommandSocket>();
        return services;
    }

    /// <summary>Lets the portal that has the data open do it; null when there is none, and this process does it itself.</summary>
    public static async Task<int?> AskRunningPortalAsync(this WebApplicationBuilder builder, CommandLine line)
    {
        if (!line.IsCommand)
            return null;
        // Only the answer is printed; what goes wrong is in it.
        builder.Logging.ClearProviders();
        var answer = await RunningPortal.AskAsync(DataFolder.Of(builder), line.Command, CancellationToken.None);
        return answer is null ? null : await PrintAsync(answer);
    }

    public static async Task<int> RunCommandAsync(this WebApplication app, CommandLine line) =>
        await PrintAsync(await app.Services.GetRequiredService<CommandBook>().RunAsync(line.Command, CancellationToken.None));

    private static async Task<int> PrintAsync(CommandAnswer answer)
    {
        await (answer.ExitCode == 0 ? Console.Out : Console.Error).WriteLineAsync(answer.Text);
        return answer.ExitCode;
    }
}
