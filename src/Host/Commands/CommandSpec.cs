namespace Anmin.Host.Commands;

/// <param name="Value">What follows it, for the usage text; null for a switch.</param>
internal sealed record OptionSpec(string Name, string? Value, string Chinese, string English);

/// <param name="Name">One or two words.</param>
/// <param name="Operand">What must follow the options, or null.</param>
/// <param name="Options">Its own ones, besides <see cref="CommandList.Common"/>.</param>
internal sealed record CommandSpec(string Name, string? Operand, string Chinese, string English, IReadOnlyList<OptionSpec> Options, Func<CommandInput, CancellationToken, Task<int>> RunAsync);

/// <summary>A command line that was understood.</summary>
internal sealed record CommandInput(HostOptions Options, string Operand, Printer Print)
{
    public int Days { get; init; } = 30;

    public int Seed { get; init; } = 1;

    public bool Plan { get; init; }

    public string? Login { get; init; }

    /// <summary>Post of somebody new.</summary>
    public string? Role { get; init; }

    /// <summary>Institution of somebody new.</summary>
    public string? At { get; init; }

    public bool AsPassword { get; init; }
}

/// <summary>The command line was not understood: exit code 2.</summary>
internal sealed class UsageException(string sentence, CommandSpec? command = null) : Exception(sentence)
{
    public CommandSpec? Command => command;
}
