namespace HomelabPortal.Commands;

/// <summary>Something the owner does at the command line. It runs in the portal that has the data open, or in a process of its own while none has.</summary>
internal interface ICommand
{
    /// <summary>The first word, for example rotate-keys.</summary>
    string Name { get; }

    /// <summary>What it does, on one line of the help; begins with its arguments, if it takes any.</summary>
    string Help { get; }

    Task<CommandAnswer> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken);
}
