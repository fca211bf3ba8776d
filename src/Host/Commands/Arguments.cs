using System.Globalization;

namespace Anmin.Host.Commands;

/// <summary>Reads the command line. Whatever is not understood is answered with what would be.</summary>
internal static class Arguments
{
    public static (CommandSpec Command, CommandInput Input) Read(IReadOnlyList<string> args, TextWriter output)
    {
        var (command, rest) = Command(args);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var operands = new List<string>();
        for (var i = 0; i < rest.Count; i++)
        {
            if (!rest[i].StartsWith('-'))
            {
                operands.Add(rest[i]);
                continue;
            }
            var (name, inline) = rest[i].Split('=', 2) is [var n, var v] ? (n, v) : (rest[i], null);
            var option = Option(command, name);
            if (option.Value is null && inline is not null) throw new UsageException($"{name} 后面不跟值。", command);
            if (option.Value is not null && inline is null && (++i >= rest.Count || rest[i].StartsWith("--", StringComparison.Ordinal))) throw new UsageException($"{name} 后面要写 {option.Value}（{option.Chinese}）。", command);
            if (!values.TryAdd(name, option.Value is null ? "" : inline ?? rest[i])) throw new UsageException($"{name} 写了两次。", command);
        }
        return (command, Input(command, values, Operand(command, operands), output));
    }

    private static (CommandSpec, IReadOnlyList<string>) Command(IReadOnlyList<string> args)
    {
        if (args.Count == 0) throw new UsageException("请写上命令。");
        foreach (var command in CommandList.All)
        {
            var words = command.Name.Split(' ');
            if (args.Take(words.Length).SequenceEqual(words)) return (command, [.. args.Skip(words.Length)]);
        }
        if (CommandList.All.Where(c => c.Name.StartsWith(args[0] + " ", StringComparison.Ordinal)).ToList() is { Count: > 0 } family)
            throw new UsageException($"{args[0]} 后面要写：{string.Join("、", family.Select(c => c.Name.Split(' ')[1]))}。");
        if (args[0].StartsWith('-')) throw new UsageException($"请先写命令，再写选项 {args[0]}。");
        throw new UsageException($"没有命令“{args[0]}”。{Nearest(args[0], CommandList.All.Select(c => c.Name))}");
    }

    private static OptionSpec Option(CommandSpec command, string name)
    {
        var all = command.Options.Concat(CommandList.Common).ToList();
        if (all.Find(o => o.Name == name) is { } option) return option;
        if (CommandList.All.Any(c => c.Options.Any(o => o.Name == name))) throw new UsageException($"{command.Name} 不用选项 {name}。", command);
        throw new UsageException($"没有选项 {name}。{Nearest(name, all.Select(o => o.Name))}", command);
    }

    private static string Operand(CommandSpec command, List<string> operands) => (command.Operand, operands) switch
    {
        (null, []) => "",
        (null, _) => throw new UsageException($"{command.Name} 后面多了“{operands[0]}”。", command),
        (var what, []) => throw new UsageException($"{command.Name} 后面要写 {what}。", command),
        (_, [{ Length: > 0 } one]) => one,
        (var what, [_]) => throw new UsageException($"{command.Name} 后面要写 {what}。", command),
        _ => throw new UsageException($"{command.Name} 只要一个 {command.Operand}，多了“{operands[1]}”。", command),
    };

    private static CommandInput Input(CommandSpec command, Dictionary<string, string> values, string operand, TextWriter output)
    {
        var plain = new HostOptions();
        var options = plain with
        {
            Data = OptionValues.Folder(values.GetValueOrDefault("--data", plain.Data), "--data", command),
            Database = OptionValues.Database(values.GetValueOrDefault("--database"), command),
            Urls = OptionValues.Urls(values.GetValueOrDefault("--urls", plain.Urls), command),
            Pack = OptionValues.Pack(values.GetValueOrDefault("--pack"), plain.Pack, command),
            Demo = values.ContainsKey("--demo"),
            Personas = values.ContainsKey("--personas"),
            Json = values.ContainsKey("--json"),
        };
        return new(options, operand, new Printer(output, options.Json))
        {
            Days = Whole("--days", 30, 1, 3660),
            Seed = Whole("--seed", 1, int.MinValue, int.MaxValue),
            Plan = values.ContainsKey("--plan"),
            Login = values.GetValueOrDefault("--login"),
            Role = values.GetValueOrDefault("--role"),
            At = values.GetValueOrDefault("--at"),
            AsPassword = values.ContainsKey("--password"),
        };

        int Whole(string name, int usual, int least, int most) => !values.TryGetValue(name, out var text) ? usual
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n
            : throw new UsageException($"{name} 要写{least}到{most}之间的整数，现在是“{text}”。", command);
    }

    /// <summary>A guess at what was meant, or everything there is.</summary>
    private static string Nearest(string given, IEnumerable<string> known)
    {
        var all = known.ToList();
        var near = all.Select(k => (k, Distance(given, k))).MinBy(p => p.Item2);
        return near.Item2 <= Math.Max(1, given.Length / 3) ? $"是不是 {near.k}？" : $"可以用：{string.Join("、", all)}。";
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
