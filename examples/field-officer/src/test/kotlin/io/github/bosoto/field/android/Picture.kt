package io.github.bosoto.field.android

import android.app.Activity
import android.graphics.Bitmap
import android.graphics.Canvas
import android.view.View
import android.view.View.MeasureSpec
import android.view.ViewGroup
import android.widget.ScrollView
import java.awt.image.BufferedImage
import java.awt.image.DataBuffer
import java.awt.image.IndexColorModel
import java.io.File
import javax.imageio.ImageIO

/** A screen as a picture, as long as what it says. */
object Picture {
    private val folder = File(System.getProperty("screens.folder")).also { it.mkdirs() }

    fun of(activity: Activity, name: String) {
        val page = pageOf(activity)
        val metrics = activity.resources.displayMetrics
        page.measure(MeasureSpec.makeMeasureSpec(metrics.widthPixels, MeasureSpec.EXACTLY), MeasureSpec.UNSPECIFIED)
        val height = maxOf(page.measuredHeight, metrics.heightPixels / 2)
        page.measure(MeasureSpec.makeMeasureSpec(metrics.widthPixels, MeasureSpec.EXACTLY), MeasureSpec.makeMeasureSpec(height, MeasureSpec.EXACTLY))
        page.layout(0, 0, metrics.widthPixels, height)
        val bitmap = Bitmap.createBitmap(metrics.widthPixels, height, Bitmap.Config.ARGB_8888)
        page.draw(Canvas(bitmap))
        ImageIO.write(indexed(bitmap), "png", File(folder, "$name.png"))
    }

    /** With the 256 colours that are there most: a third of the bytes, and nobody sees it. */
    private fun indexed(bitmap: Bitmap): BufferedImage {
        val (width, height) = bitmap.width to bitmap.height
        val pixels = IntArray(width * height).also { bitmap.getPixels(it, 0, width, 0, 0, width, height) }
        val colours = byCount(pixels)
        val palette = colours.take(256).toIntArray()
        val nearest = colours.associateWith { colour -> palette.indices.minBy { distance(palette[it], colour) }.toByte() }
        val image = BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, IndexColorModel(8, palette.size, palette, 0, false, -1, DataBuffer.TYPE_BYTE))
        val indices = ByteArray(pixels.size)
        for (place in pixels.indices) {
            val isSame = place > 0 && pixels[place] == pixels[place - 1]
            indices[place] = if (isSame) indices[place - 1] else nearest.getValue(pixels[place])
        }
        image.raster.setDataElements(0, 0, width, height, indices)
        return image
    }

    /** The colours, those that are there most first. */
    private fun byCount(pixels: IntArray): List<Int> {
        val sorted = pixels.copyOf().also { it.sort() }
        val starts = sorted.indices.filter { it == 0 || sorted[it] != sorted[it - 1] }
        val counts = starts.zip(starts.drop(1) + sorted.size) { start, end -> sorted[start] to end - start }
        return counts.sortedByDescending { it.second }.map { it.first }
    }

    private fun distance(one: Int, other: Int): Int = square(one, other, 16) + square(one, other, 8) + square(one, other, 0)

    private fun square(one: Int, other: Int, shift: Int): Int {
        val apart = (one shr shift and 0xFF) - (other shr shift and 0xFF)
        return apart * apart
    }

    fun pageOf(activity: Activity): View = all(activity.window.decorView).first { it is ScrollView }

    fun all(view: View): Sequence<View> = sequence {
        yield(view)
        if (view is ViewGroup) for (place in 0 until view.childCount) yieldAll(all(view.getChildAt(place)))
    }
}
