namespace HomelabPortal.Platform;

/// <summary>One section of the configuration that can say everything that is wrong with it.</summary>
internal interface IValidatedOptions
{
    static abstract string Section { get; }

    /// <summary>One sentence per fault, each beginning with its full key.</summary>
    IEnumerable<string> Faults();
}
