using System.Globalization;
using Anmin.Kernel.Commands;

namespace Anmin.Cemetery.Grounds;

/// <summary>Sizes and numbers as people type them: full-width digits too; areas in ㎡, kept in cm².</summary>
internal static class Figures
{
    public const int MostSpotCm = 100_000;
    private const int MostAreaCm2 = 1_000_000;

    extension(Reading reading)
    {
        public int? Whole(string? text, string field, string label, int least, int most, bool required = true)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                if (required) reading.Refuse(KernelProblems.Required(field, label));
                return null;
            }
            if (Whole(text) is { } number && number >= least && number <= most) return number;
            reading.Refuse(GroundsProblems.Number(field, label, least, most));
            return null;
        }

        public int? Area(string? text, string field, string label)
        {
            if (string.IsNullOrWhiteSpace(text)) return null;
            if (SquareCm(text) is { } area) return area;
            reading.Refuse(GroundsProblems.Area(field, label));
            return null;
        }

        /// <summary>What is said of one position, or of all that are generated together.</summary>
        public PositionMeasures Measures(string? capacity, StoneKind stone, string? area, string? height, string? hardened, bool forBody, string? x, string? y, string? turn)
        {
            var (east, north) = (reading.Whole(x, "X", "向东厘米", -MostSpotCm, MostSpotCm, false), reading.Whole(y, "Y", "向北厘米", -MostSpotCm, MostSpotCm, false));
            if (string.IsNullOrWhiteSpace(x) != string.IsNullOrWhiteSpace(y)) reading.Refuse(GroundsProblems.HalfPlaced);
            return new(reading.Whole(capacity, "Capacity", "容纳人数", 1, 100_000) ?? 1, stone, reading.Area(area, "Area", "占地面积"), reading.Whole(height, "StoneHeight", "碑高", 0, 1000, false),
                reading.Area(hardened, "Hardened", "硬化面积"), forBody, east, north, reading.Whole(turn, "Turn", "转角", -359, 359, false) ?? 0);
        }
    }

    public static int? Whole(string text) => int.TryParse(Narrow(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? SquareCm(string text) => decimal.TryParse(Narrow(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var metres) && metres * 10_000 is var cm && cm == decimal.Truncate(cm) && cm is >= 0 and <= MostAreaCm2 ? (int)cm : null;

    public static string Metres(int? cm2) => cm2 is { } area ? (area / 10_000m).ToString("0.####", CultureInfo.InvariantCulture) : "";

    private static string Narrow(string text) => new([.. text.Trim().Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)]);
}
