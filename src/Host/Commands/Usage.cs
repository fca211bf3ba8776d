using System.Text;

namespace Anmin.Host.Commands;

internal static class Usage
{
    /// <returns>The page asked for, or null when none was.</returns>
    public static string? Asked(IReadOnlyList<string> args)
    {
        if (args is ["--version"] or ["version"]) return "anmin " + (typeof(Usage).Assembly.GetName().Version?.ToString(3) ?? "0");
        if (args is ["help"] or ["--help"] or ["-h"]) return Page();
        var words = args is ["help", ..] ? [.. args.Skip(1)] : args.Any(a => a is "--help" or "-h") ? args : null;
        if (words is null) return null;
        var command = CommandList.All.FirstOrDefault(c => words.Take(c.Name.Split(' ').Length).SequenceEqual(c.Name.Split(' ')));
        return command is null ? Page() : Page(command);
    }

    public static string Page()
    {
        var text = new StringBuilder("安民 anmin · 用法 Usage: anmin COMMAND [OPTIONS]\n\n命令 Commands\n");
        foreach (var command in CommandList.All) Line(text, command.Name + (command.Operand is null ? "" : " " + command.Operand), command.Chinese, command.English);
        text.Append("\n到处可用 Everywhere\n");
        foreach (var option in CommandList.Common) Line(text, Shown(option), option.Chinese, option.English);
        return text.Append("\nanmin COMMAND --help 看一条命令的选项 shows a command's options\n退出码 Exit codes: 0 成功 ok · 1 被拒绝 refused · 2 用法不对 usage").ToString();
    }

    public static string Page(CommandSpec command)
    {
        var text = new StringBuilder($"anmin {command.Name}{(command.Operand is null ? "" : " " + command.Operand)} [OPTIONS]\n  {command.Chinese}\n  {command.English}\n\n");
        foreach (var option in command.Options.Concat(CommandList.Common)) Line(text, Shown(option), option.Chinese, option.English);
        return text.ToString().TrimEnd();
    }

    public static string Hint(CommandSpec command) => $"用法 Usage: anmin {command.Name}{(command.Operand is null ? "" : " " + command.Operand)} [OPTIONS]（anmin {command.Name} --help）";

    private static string Shown(OptionSpec option) => option.Name + (option.Value is null ? "" : " " + option.Value);

    private static void Line(StringBuilder text, string what, string chinese, string english)
        => text.Append("  ").Append(what.PadRight(22)).Append(chinese).Append('\n').Append(' ', 24).Append(english).Append('\n');
}
