using Microsoft.Extensions.Options;

namespace HomelabPortal.Platform;

/// <summary>Reads every section before the portal starts and reports all faults at once.</summary>
internal sealed class OptionsFaults
{
    private readonly List<string> _faults = [];

    /// <summary>Binds and checks one section and registers it as <c>IOptions&lt;T&gt;</c>.</summary>
    public T Read<T>(IServiceCollection services, IConfiguration configuration)
        where T : class, IValidatedOptions, new()
    {
        var options = new T();
        try
        {
            configuration.GetSection(T.Section).Bind(options);
            _faults.AddRange(options.Faults());
        }
        catch (InvalidOperationException fault)
        {
            // The binder names the full key and the value it could not convert.
            _faults.Add(fault.Message);
        }

        services.AddSingleton(Options.Create(options));
        return options;
    }

    /// <summary>Adds what is wrong with the configuration beyond one section.</summary>
    public void Add(string fault) => _faults.Add(fault);

    /// <exception cref="StartupException">Something is wrong; the message lists every fault on a line of its own.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
            throw new StartupException("The configuration has faults:\n  " + string.Join("\n  ", _faults));
    }
}
