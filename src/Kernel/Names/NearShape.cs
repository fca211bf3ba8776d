using System.Collections.Frozen;

namespace Anmin.Kernel.Names;

/// <summary>
/// Characters that handwriting, old stamps and recognition software confuse. A short list made by hand from what occurs in names
/// and looks alike; it claims no completeness. Those that also sound alike are found by their reading first.
/// </summary>
internal static class NearShape
{
    // each group: every two of its members are near
    private const string Groups =
        "己已巳 未末 土士 干千于 日曰 人入八 大太犬 天夫无 木本术 王玉主 田由甲申 白自 目且 刀力 厂广 午牛 失矢 免兔 鸟乌 今令 又叉 友反 东车 元无 风凤 刘列 " +
        "江汪 汪注 洪供 洋详 洁沽 清请晴情 海诲 淑椒 沈沉 泽译择 明朋 昌冒 昊吴 晨晟 晴睛 景影 春舂 杨扬场 杜社 李季 李孝 林材 村材 柏拍 柱桂 桂佳 桂挂 桂娃 " +
        "梅海悔 栋拣 标际 陈阵 郎朗 郭敦 邢刑 邱丘 弘泓 弟第 芳芬 芝艺 英芙 苗茁 范苑 荣荥 荷苛 莉利 莲连 菊掬 萍苹 萧箫 蒋将 蓉容 薛薜 藏臧 兰三 兰蓝 金全 " +
        "铁轶 铭名 锋峰烽 锦绵棉 镇填 纪记 纲刚钢 绍绐 经径 维唯惟 绪诸 玲岭铃 珍诊 珠殊 琳林 瑞端 瑶摇 环坏 玮伟纬 琴瑟 秀季 秀透 秋秒 程呈 稳隐 贵责贲 贤坚 " +
        "贺货 贾贯 徐涂除余 孙孔 孟盂 孝考 宁宇字 宋宗 定宝 宝室 宫官 富宫 吕昌 吕品 周同 同司 君群 和利 何河 仁任 仕什 代伐 佑估 佳住 侯候 俊浚 保堡 兴共 勇男 " +
        "勤勒 卢户 叶计 史吏 国图 园圆 坤绅 壮状 姚桃 姜羌 娟捐 娥俄 婷停 媛缓 妹姝 学字 岩若 帅师 庄压 庆床 康唐 廷延 建健 德得 徽微 志忘 思恩 恒桓 惠慧 " +
        "成戌戍戊 才寸 振辰 文又 方万 朱未 朱末 治冶 炳柄 爱受 珏钰 甫浦 石右 章童 粟栗 素索 耀跃 肖有 胡湖 臣巨 良艮 虎虚 袁哀表 裴斐 许计 谢射 赵超 赵越 " +
        "辉挥 辛幸 邦帮 雪雷 霞露 静净 韦书 顺须 顾硕 香番 马鸟 高商 魏巍 黄寅 龙尤 晓小 晓哓 桂贵";

    private static readonly FrozenSet<(char, char)> Pairs = Groups.Split(' ')
        .SelectMany(group => group.SelectMany(_ => group, (one, other) => (one, other)))
        .Where(pair => pair.one != pair.other)
        .ToFrozenSet();

    public static int Count => Pairs.Count / 2;

    public static bool Are(int one, int other) => one <= char.MaxValue && other <= char.MaxValue && Pairs.Contains(((char)one, (char)other));
}
