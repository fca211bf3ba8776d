namespace Anmin.Kernel.Packs;

/// <summary>What is wrong with a pack, and exactly where.</summary>
/// <param name="File">Pack folder and file, e.g. <c>suqian/rules.csv</c>.</param>
/// <param name="Line">From 1; 0 where the whole file is meant.</param>
/// <param name="Column">From 1; 0 where the whole line is meant.</param>
/// <param name="Name">The column's name, or empty.</param>
/// <param name="Notice">Worth knowing, but no reason to refuse the pack.</param>
public sealed record PackFault(string File, int Line, int Column, string Name, string Reason, bool Notice = false)
{
    public override string ToString()
        => File + (Line > 0 ? $":{Line}" : "") + (Column > 0 ? $":{Column}" : "") + (Name.Length > 0 ? $" {Name}" : "") + "：" + Reason;
}
