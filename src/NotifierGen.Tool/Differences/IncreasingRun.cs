namespace NotifierGen.Tool.Differences;

/// <summary>The longest increasing subsequence: what kept its order while something moved through it.</summary>
internal static class IncreasingRun
{
    /// <summary>Which of the numbers belong to it.</summary>
    public static bool[] Longest(int[] numbers)
    {
        // ends[n]: where the run of length n + 1 with the smallest last number ends; came[i]: the number before i in its run.
        List<int> ends = [];
        int[] came = new int[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            int low = 0;
            int high = ends.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = numbers[ends[middle]] < numbers[i] ? (middle + 1, high) : (low, middle);
            }

            came[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[low] = i;
            }
        }

        bool[] belongs = new bool[numbers.Length];
        for (int i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = came[i])
        {
            belongs[i] = true;
        }

        return belongs;
    }
}
